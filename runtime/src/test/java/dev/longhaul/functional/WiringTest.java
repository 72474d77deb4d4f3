package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.api.spi.HandlerIndex;
import dev.longhaul.functional.ActivityWorkflow.Call;
import dev.longhaul.runtime.AsyncActivities;
import dev.longhaul.runtime.Configuration;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.runtime.LonghaulStartException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How handlers come into an injector, and what start-up refuses. */
class WiringTest {
  private static final Key<Set<HandlerBinding<?>>> HANDLERS = Key.get(new TypeLiteral<>() {});

  @RegisterExtension final Longhaul longhaul = new Longhaul();

  /** Something that nobody but its handler should see. */
  record Greeting(String text) {}

  @AsyncActivityHandler(activityType = "Isolated", taskQueue = "${wiring.test.queue:isolated}")
  static final class IsolatedHandler {
    private final Greeting greeting;

    @Inject
    IsolatedHandler(Greeting greeting) {
      this.greeting = greeting;
    }

    @OnStart
    String start(String name) {
      return greeting.text() + " " + name;
    }
  }

  @AsyncActivityHandler(activityType = "Isolated", taskQueue = "isolated")
  static final class RivalHandler {
    @OnStart
    String start() {
      return "";
    }
  }

  private final AbstractModule privateParts =
      new AbstractModule() {
        @Override
        protected void configure() {
          bind(Greeting.class).toInstance(new Greeting("private hello"));
        }
      };

  @Test
  void isolatedHandler_servesAWorkflow_andItsCollaboratorStaysPrivate() {
    longhaul.workflows(ActivityWorkflow.Impl.class);
    Injector injector =
        longhaul.start(
            longhaul
                .module()
                .handler("IsolatedHandler", handler -> handler.taskQueue(longhaul.activities())),
            AsyncActivities.isolated(
                privateParts, new WiringTest_IsolatedHandler_AsyncActivityModule()));

    assertThat(
            longhaul
                .workflow(ActivityWorkflow.class)
                .run(Call.of("Isolated", longhaul.activities(), "world")))
        .isEqualTo("private hello world");
    assertThat(injector.getExistingBinding(Key.get(Greeting.class))).isNull();
  }

  @Test
  void discover_findsEveryHandlerButAllThatAreExcepted() {
    Injector injector =
        Guice.createInjector(
            AsyncActivities.discover()
                .except(IsolatedHandler.class)
                .except(
                    // Their collaborators are bound in their own tests alone.
                    FailureTest.OpenHandler.class,
                    ElsewhereTest.ElsewhereHandler.class,
                    HeartbeatTest.LifelessHandler.class),
            LonghaulModule.forTarget("localhost:1"));

    assertThat(
            injector.getInstance(HANDLERS).stream()
                .map(handler -> handler.handlerType().getSimpleName()))
        .contains("RivalHandler", "StageHandler")
        .doesNotContain("IsolatedHandler");
  }

  @Test
  void moduleInstalledTwice_isOneHandler() {
    Injector injector =
        Guice.createInjector(
            new WiringTest_RivalHandler_AsyncActivityModule(),
            new WiringTest_RivalHandler_AsyncActivityModule());

    assertThat(injector.getInstance(HANDLERS)).hasSize(1);
  }

  @Test
  void handlerBoundTwice_isRefused_andTheWayOutIsNamed() {
    assertThatThrownBy(
            () ->
                Guice.createInjector(
                    AsyncActivities.discover(),
                    AsyncActivities.isolated(
                        privateParts, new WiringTest_IsolatedHandler_AsyncActivityModule())))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining(".except(IsolatedHandler.class)");
  }

  @Test
  void sameTypeOnOneQueue_isRefusedAtStart_withEverythingElse_andBothModulesAreNamed() {
    assertThatThrownBy(
            () ->
                start(
                    LonghaulModule.forTarget("localhost:1"),
                    new WiringTest_IsolatedHandler_AsyncActivityModule(),
                    new WiringTest_RivalHandler_AsyncActivityModule(),
                    new CompletionFormsTest_StageHandler_AsyncActivityModule(),
                    privateParts))
        .isInstanceOfSatisfying(
            LonghaulStartException.class,
            e ->
                assertThat(e.problems())
                    .hasSize(3)
                    .anySatisfy(
                        problem ->
                            assertThat(problem)
                                .contains(
                                    WiringTest_IsolatedHandler_AsyncActivityModule.class.getName(),
                                    WiringTest_RivalHandler_AsyncActivityModule.class.getName(),
                                    "\"isolated\"",
                                    ".except("))
                    .anyMatch(problem -> problem.startsWith("handler StageHandler has no task"))
                    .anyMatch(problem -> problem.contains("localhost:1")));
  }

  @Test
  void sameTypeOnOneQueueByConfiguration_isRefusedAtStart() {
    assertThatThrownBy(
            () ->
                start(
                    LonghaulModule.forTarget("localhost:1")
                        .configuration(
                            Configuration.of(
                                Map.of("LONGHAUL_HANDLERS_RIVAL_HANDLER_TASK_QUEUE", "media"),
                                Map.of("longhaul.handlers.IsolatedHandler.task-queue", "media"))),
                    new WiringTest_IsolatedHandler_AsyncActivityModule(),
                    new WiringTest_RivalHandler_AsyncActivityModule(),
                    privateParts))
        .isInstanceOf(LonghaulStartException.class)
        .hasMessageContaining("both handle \"Isolated\" on the task queue \"media\"");
  }

  @Test
  void sameName_isRefusedWithTheInjector_withWhatTheStartWouldTellOfTheHandlers() {
    assertThatThrownBy(
            () ->
                Guice.createInjector(
                    LonghaulModule.forTarget("localhost:1"),
                    binder ->
                        Multibinder.newSetBinder(binder, new TypeLiteral<HandlerBinding<?>>() {})
                            .addBinding()
                            .toInstance(namesake()),
                    new WiringTest_RivalHandler_AsyncActivityModule()))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("both are named \"RivalHandler\"")
        .hasMessageContaining("both handle \"Isolated\" on the task queue \"isolated\"");
  }

  // One as of another jar: of one compilation, the processor refuses it.
  private static HandlerBinding<?> namesake() {
    return HandlerBinding.builder(WiringTest.class, WiringTest.class, WiringTest::new)
        .activityType("Isolated")
        .name("RivalHandler")
        .setting(HandlerSetting.TASK_QUEUE, "isolated")
        .onStart(CompletionForm.BLOCKING, (handler, call) -> "");
  }

  @Test
  void sameTypeOnQueuesThatConfigurationTellsApart_isAccepted() {
    Injector injector =
        Guice.createInjector(
            LonghaulModule.forTarget("localhost:1")
                .handler("RivalHandler", handler -> handler.taskQueue("elsewhere")),
            new WiringTest_IsolatedHandler_AsyncActivityModule(),
            new WiringTest_RivalHandler_AsyncActivityModule(),
            privateParts);

    assertThat(injector.getInstance(HANDLERS)).hasSize(2);
  }

  @Test
  void indexOfHandlersThatAreGone_isRefused_withTheRemedy(@TempDir Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(HandlerIndex.class.getName()), "com.acme.Gone_HandlerIndex\n");
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      assertThatThrownBy(() -> Guice.createInjector(AsyncActivities.discover(loader)))
          .isInstanceOfSatisfying(
              CreationException.class,
              e ->
                  assertThat(e.getErrorMessages())
                      .singleElement()
                      .satisfies(
                          message ->
                              assertThat(message.getMessage())
                                  .contains(
                                      "com.acme.Gone_HandlerIndex", "build it from scratch")));
    }
  }

  @Test
  void handlerWithoutAQueue_isRefusedAtStart_withTheRemedy() {
    assertThatThrownBy(
            () ->
                start(
                    LonghaulModule.forTarget("localhost:1"),
                    new CompletionFormsTest_StageHandler_AsyncActivityModule()))
        .isInstanceOf(LonghaulStartException.class)
        .hasMessageContaining("1) handler StageHandler has no task queue");
  }

  @Test
  void closedRuntime_doesNotStartAgain() {
    LonghaulRuntime runtime =
        start(longhaul.module(), new CompletionFormsTest_StageHandler_AsyncActivityModule());
    assertThat(runtime.start()).isSameAs(runtime);
    runtime.close();
    runtime.close();

    assertThatThrownBy(runtime::start).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void twoHandlersOnTwoQueues_areBothServed() {
    longhaul.workflows(ActivityWorkflow.Impl.class);
    String second = longhaul.activities() + "-second";
    longhaul.start(
        longhaul.module().handler("StageHandler", handler -> handler.taskQueue(second)),
        new CompletionFormsTest_StageHandler_AsyncActivityModule(),
        new CompletionFormsTest_BlockingHandler_AsyncActivityModule());

    assertThat(longhaul.workflow(ActivityWorkflow.class).run(Call.of("Stage", second, "two")))
        .isEqualTo("later two");
    assertThat(
            longhaul
                .workflow(ActivityWorkflow.class)
                .run(Call.of("Blocking", longhaul.activities(), "one")))
        .isEqualTo("hello one");
  }

  private static LonghaulRuntime start(
      LonghaulModule longhaul, com.google.inject.Module... modules) {
    return Guice.createInjector(
            com.google.inject.util.Modules.combine(modules), longhaul.options(Longhaul.OPTIONS))
        .getInstance(LonghaulRuntime.class)
        .start();
  }
}
