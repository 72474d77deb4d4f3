package dev.longhaul.testing.junit5;

import com.google.inject.Injector;
import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulRuntime;
import io.temporal.client.WorkflowClient;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What test methods may ask for. */
final class Parameters {
  private static final Map<Class<?>, Function<LonghaulTest, Object>> KNOWN =
      Map.of(
          LonghaulTest.class, test -> test,
          WorkflowClient.class, LonghaulTest::workflowClient,
          AsyncCompletionClient.class, LonghaulTest::client,
          LonghaulClient.class, LonghaulTest::client,
          LongRunningActivityManager.class, LonghaulTest::manager,
          LonghaulRuntime.class, LonghaulTest::runtime,
          Injector.class, LonghaulTest::injector);

  private Parameters() {}

  static boolean areOf(Class<?> type) {
    return KNOWN.containsKey(type) || WorkflowTypes.isInterface(type);
  }

  /**
   * The argument.
   *
   * @param test null outside of a test
   */
  static Object resolve(ParameterContext parameter, TestSetup setup, @Nullable LonghaulTest test) {
    Class<?> type = parameter.getParameter().getType();
    if (test == null) {
      throw new ParameterResolutionException(
          type.getName()
              + " belongs to one test method, and "
              + parameter.getDeclaringExecutable()
              + " runs outside of any: take it in the test method, or in one of @BeforeEach");
    }
    Function<LonghaulTest, Object> known = KNOWN.get(type);
    if (known != null) {
      return known.apply(test);
    } else if (setup.workflows().stream().noneMatch(type::isAssignableFrom)) {
      throw new ParameterResolutionException(
          "no workflow of this test implements "
              + type.getName()
              + ": name the class that does in workflows(...); found "
              + setup.workflows());
    }
    return test.workflow(type);
  }
}
