package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.Scopes;
import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnHeartbeat;
import dev.longhaul.api.OnStart;
import dev.longhaul.functional.ActivityWorkflow.Call;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which instance of a handler serves an attempt, and what Guice has to do with it. */
class HandlerInstanceTest {
  @RegisterExtension final Longhaul longhaul = new Longhaul();

  @AsyncActivityHandler(activityType = "PerAttempt")
  static final class PerAttemptHandler {
    private final AtomicInteger starts = new AtomicInteger();

    @OnStart
    String start(ActivityContext context) {
      int mine = starts.incrementAndGet();
      if (context.attempt() < 3) {
        throw new IllegalStateException("attempt " + context.attempt());
      }
      return "start " + mine + " of this instance";
    }
  }

  @Singleton
  @AsyncActivityHandler(activityType = "Shared")
  static final class SharedHandler {
    private final AtomicInteger starts = new AtomicInteger();

    @OnStart
    String start() {
      return "start " + starts.incrementAndGet() + " of this instance";
    }
  }

  // Its state is a plain field: the hook sees what the start has written.
  @AsyncActivityHandler(activityType = "Stateful")
  static final class StatefulHandler {
    private String job = "";
    private final CompletableFuture<String> done = new CompletableFuture<>();

    @Inject
    StatefulHandler() {}

    @OnStart
    CompletionStage<String> start(String name) {
      job = "job of " + name;
      return done;
    }

    @OnHeartbeat
    void progress() {
      done.complete(job);
    }
  }

  @BeforeEach
  void startWorkflows() {
    longhaul.workflows(ActivityWorkflow.Impl.class);
  }

  @Test
  void unscopedHandler_isNewForEachAttempt() {
    longhaul.start(new HandlerInstanceTest_PerAttemptHandler_AsyncActivityModule());

    assertThat(run(Call.of("PerAttempt", longhaul.activities()).attempts(3)))
        .isEqualTo("start 1 of this instance");
  }

  @Test
  void singletonHandler_isShared() {
    longhaul.start(new HandlerInstanceTest_SharedHandler_AsyncActivityModule());

    assertThat(run(Call.of("Shared", longhaul.activities()))).isEqualTo("start 1 of this instance");
    assertThat(run(Call.of("Shared", longhaul.activities()))).isEqualTo("start 2 of this instance");
  }

  @Test
  void scopeThatTheUserBinds_wins() {
    Module scope = binder -> binder.bind(PerAttemptHandler.class).in(Scopes.SINGLETON);
    longhaul.start(new HandlerInstanceTest_PerAttemptHandler_AsyncActivityModule(), scope);

    assertThat(run(Call.of("PerAttempt", longhaul.activities()).attempts(3)))
        .isEqualTo("start 3 of this instance");
  }

  @Test
  void instanceThatTheUserBinds_wins() {
    PerAttemptHandler mine = new PerAttemptHandler();
    Module instance = binder -> binder.bind(PerAttemptHandler.class).toInstance(mine);
    longhaul.start(new HandlerInstanceTest_PerAttemptHandler_AsyncActivityModule(), instance);

    run(Call.of("PerAttempt", longhaul.activities()).attempts(3));
    assertThat(mine.starts).hasValue(3);
  }

  @Test
  void hooks_seeTheFieldsThatTheStartHasWritten() {
    longhaul.start(
        longhaul
            .module()
            .defaults(
                defaults ->
                    defaults
                        .taskQueue(longhaul.activities())
                        .heartbeatInterval(Duration.ofMillis(100))),
        new HandlerInstanceTest_StatefulHandler_AsyncActivityModule());

    assertThat(run(Call.of("Stateful", longhaul.activities(), "one"))).isEqualTo("job of one");
    assertThat(run(Call.of("Stateful", longhaul.activities(), "two"))).isEqualTo("job of two");
  }

  @Test
  void explicitBindings_areEnoughOnceTheHandlerIsBound() {
    Module handler = new HandlerInstanceTest_StatefulHandler_AsyncActivityModule();
    longhaul.start(
        longhaul
            .module()
            .defaults(
                defaults ->
                    defaults
                        .taskQueue(longhaul.activities())
                        .heartbeatInterval(Duration.ofMillis(100))),
        handler,
        binder -> {
          binder.requireExplicitBindings();
          binder.bind(StatefulHandler.class);
        });

    assertThat(run(Call.of("Stateful", longhaul.activities(), "bound"))).isEqualTo("job of bound");
  }

  @Test
  void handlerThatExplicitBindingsLack_isRefusedByName() {
    assertThatThrownBy(
            () ->
                Guice.createInjector(
                    new HandlerInstanceTest_StatefulHandler_AsyncActivityModule(),
                    binder -> binder.requireExplicitBindings()))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("StatefulHandler");
  }

  private String run(Call call) {
    return longhaul.workflow(ActivityWorkflow.class).run(call);
  }
}
