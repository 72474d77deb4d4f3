package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.options.HandlerOptions;
import dev.longhaul.functional.ActivityWorkflow.Call;
import dev.longhaul.runtime.AsyncActivities;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.runtime.LonghaulStartException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a start says of settings that are wrong, and what it does about the harmless ones. */
class StartUpTest {
  private static final LonghaulModule NOWHERE =
      LonghaulModule.forTarget("localhost:1").options(Longhaul.OPTIONS);

  @RegisterExtension final Longhaul longhaul = new Longhaul();

  @AsyncActivityHandler(activityType = "Placed", taskQueue = "${startup.test.queue}")
  static final class PlacedHandler {
    @OnStart
    String start() {
      return "served";
    }
  }

  @AsyncActivityHandler(activityType = "Homeless")
  static final class HomelessHandler {
    @OnStart
    void start() {}
  }

  private static final Module PLACED = new StartUpTest_PlacedHandler_AsyncActivityModule();
  private static final Module HOMELESS = new StartUpTest_HomelessHandler_AsyncActivityModule();

  @Test
  void badDuration_isRefused_withHandlerSettingAndValue() {
    LonghaulStartException refused =
        refused(
            NOWHERE.handler(
                "HomelessHandler",
                handler ->
                    new HandlerOptions(
                        Map.of(
                            HandlerSetting.TASK_QUEUE, "queue",
                            HandlerSetting.CANCELLATION_GRACE, "10 parsecs"))),
            HOMELESS);

    assertThat(refused.problems())
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .contains("HomelessHandler", "cancellation-grace", "10 parsecs"));
  }

  @Test
  void placeholderWithoutAValue_isRefused_withPropertyAndVariable() {
    assertThat(refused(NOWHERE, PLACED).problems())
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .contains("PlacedHandler", "startup.test.queue", "STARTUP_TEST_QUEUE"));
  }

  @Test
  void disabledHandler_needsNoQueue() {
    longhaul.start(
        longhaul.module().handler("PlacedHandler", handler -> handler.enabled(false)), PLACED);
  }

  @Test
  void everyProblem_isToldAtOnce_withANumber() {
    LonghaulStartException refused = refused(NOWHERE, PLACED, HOMELESS);

    assertThat(refused.problems()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(refused).hasMessageContainingAll("1) ", "2) ", "HomelessHandler", "PlacedHandler");
  }

  @Test
  void settingOfTheHandler_winsOverItsAnnotation() {
    longhaul.workflows(ActivityWorkflow.Impl.class);
    longhaul.start(
        longhaul
            .module()
            .handler("PlacedHandler", handler -> handler.taskQueue(longhaul.activities())),
        PLACED);

    assertThat(
            longhaul.workflow(ActivityWorkflow.class).run(Call.of("Placed", longhaul.activities())))
        .isEqualTo("served");
  }

  @Test
  void settingsOfAHandlerThatIsNotThere_areWarnedOf() {
    try (CapturedLog log = CapturedLog.open()) {
      longhaul.start(
          longhaul.module().handler("HomlessHandler", handler -> handler.taskQueue("elsewhere")),
          HOMELESS);

      assertThat(log.entries())
          .anyMatch(entry -> entry.startsWith("WARN") && entry.contains("\"HomlessHandler\""));
    }
  }

  @Test
  void runtimeWithoutHandlers_isRefused() {
    assertThat(refused(NOWHERE, AsyncActivities.discover(ClassLoader.getPlatformClassLoader())))
        .hasMessageContaining("no handler is installed");
  }

  private static LonghaulStartException refused(LonghaulModule longhaul, Module... handlers) {
    Injector injector = Guice.createInjector(Modules.combine(handlers), longhaul);
    try (LonghaulRuntime runtime = injector.getInstance(LonghaulRuntime.class)) {
      return catchThrowableOfType(LonghaulStartException.class, runtime::start);
    }
  }
}
