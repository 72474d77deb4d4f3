package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.options.HandlerOptions;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.runtime.LonghaulStartException;
import dev.longhaul.testing.ActivityOutcome;
import dev.longhaul.testing.ActivitySpec;
import dev.longhaul.testing.FakeActivity;
import dev.longhaul.testing.FakeTemporalService;
import dev.longhaul.testing.Gate;
import dev.longhaul.testing.Refusals;
import dev.longhaul.testing.Rpc;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a runtime starts and ends, with servers that are not as they should be. */
@Timeout(value = 5, unit = TimeUnit.MINUTES) // a close that waits for itself would last for ever
class LifeCycleTest {
  private static final String QUEUE = "life";
  private static final Duration LONG = Duration.ofMinutes(2);

  private final FakeTemporalService service = FakeTemporalService.start();
  private final Controlled controlled = new Controlled();
  private final List<LonghaulRuntime> runtimes = new ArrayList<>();

  @AfterEach
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void close() {
    runtimes.forEach(LonghaulRuntime::close);
    service.close();
  }

  @Test
  void serverThatCannotBeReached_isToldWhenTheTimeIsOver_withWhatToDo() {
    LonghaulRuntime runtime = runtime(nowhere(Duration.ofMillis(300)));

    assertThat(refusal(runtime).problems())
        .singleElement()
        .asString()
        .contains("localhost:1", "cannot be reached", "Check the target", "startTimeout", "300ms");
  }

  @Test
  void serverThatDoesNotAnswer_isToldWhenTheTimeIsOver() {
    service.faults().next(Rpc.DESCRIBE_NAMESPACE).loseRequest();
    LonghaulRuntime runtime = runtime(startingWithin(Duration.ofMillis(300)));

    assertThat(refusal(runtime).problems())
        .singleElement()
        .asString()
        .contains("no answer within 300ms");
  }

  @Test
  void serverThatComesUpInTime_isWaitedFor() {
    service.faults().next(2, Rpc.DESCRIBE_NAMESPACE).refuse(Status.UNAVAILABLE);
    runtime(startingWithin(LONG)).start();

    service.awaitOpenPolls(QUEUE, 1);
  }

  // What start has asked, polls do not ask again.
  @Test
  void server_isAskedOnce() {
    runtime(startingWithin(LONG)).start();
    service.awaitOpenPolls(QUEUE, 1);

    assertThat(service.calls(Rpc.GET_SYSTEM_INFO)).hasSize(1);
    assertThat(service.calls(Rpc.DESCRIBE_NAMESPACE)).hasSize(1);
  }

  // The whole time is two minutes: whoever waits for it has not seen that it is no use.
  @Test
  void namespaceThatIsNotThere_isToldAtOnce() {
    LonghaulRuntime runtime = runtime(startingWithin(LONG).namespace("elsewhere"));

    assertThat(refusal(runtime).problems())
        .singleElement()
        .asString()
        .contains("\"elsewhere\"", "NOT_FOUND", "Create it");
    assertThat(service.calls(Rpc.DESCRIBE_NAMESPACE)).hasSize(1);
  }

  static Stream<StatusRuntimeException> refusedCredentials_areToldAtOnce() {
    return Stream.of(Refusals.permissionDenied(), Status.UNAUTHENTICATED.asRuntimeException());
  }

  @ParameterizedTest
  @MethodSource
  void refusedCredentials_areToldAtOnce(StatusRuntimeException refusal) {
    service.faults().next(Rpc.DESCRIBE_NAMESPACE).refuse(refusal);

    assertThat(refusal(runtime(startingWithin(LONG))).problems())
        .singleElement()
        .asString()
        .contains(refusal.getStatus().getCode().name(), "Check the API key");
    assertThat(service.calls(Rpc.DESCRIBE_NAMESPACE)).hasSize(1);
  }

  // Another call than those of a start may have been refused before.
  @Test
  void refusedCredentials_areTold_ifAClientHasMetThemBefore() {
    service.faults().next(Rpc.DESCRIBE_NAMESPACE).refuse(Refusals.permissionDenied());
    Injector injector = injector(startingWithin(LONG));
    assertThat(injector.getInstance(LonghaulClient.class).learnLimits())
        .succeedsWithin(30, TimeUnit.SECONDS);

    assertThat(refusal(injector.getInstance(LonghaulRuntime.class)).problems()).hasSize(1);
  }

  @Test
  void serverThatKnowsNeitherQuestion_isGoodEnough() {
    service.faults().next(Rpc.DESCRIBE_NAMESPACE).refuse(Status.UNIMPLEMENTED);
    service.faults().next(Rpc.GET_SYSTEM_INFO).refuse(Status.UNIMPLEMENTED);
    runtime(startingWithin(LONG)).start();

    service.awaitOpenPolls(QUEUE, 1);
  }

  @Test
  void withoutATimeout_nothingIsAskedBefore() {
    LonghaulRuntime runtime = runtime(nowhere(Duration.ZERO));

    assertThat(runtime.start()).isSameAs(runtime);
  }

  // A start that fails in any case does not wait for the server, but asks it once.
  @Test
  void everything_isToldInOneException() {
    service.faults().during(() -> true, Rpc.DESCRIBE_NAMESPACE).refuse(Status.UNAVAILABLE);
    LonghaulModule wrong =
        startingWithin(LONG)
            .handler(
                "ControlledStageHandler",
                h -> new HandlerOptions(Map.of(HandlerSetting.ON_PAUSE, "PERHAPS")))
            .handler(
                "ControlledExternalHandler",
                h -> new HandlerOptions(Map.of(HandlerSetting.CANCELLATION_GRACE, "long")));

    assertThat(refusal(runtime(wrong)).problems())
        .hasSize(3)
        .anySatisfy(problem -> assertThat(problem).contains("PERHAPS"))
        .anySatisfy(problem -> assertThat(problem).contains("\"long\""))
        .anySatisfy(problem -> assertThat(problem).contains("cannot be reached: UNAVAILABLE"));
    assertThat(service.calls(Rpc.DESCRIBE_NAMESPACE)).hasSize(1);
  }

  @Test
  void failedStart_leavesNothingRunning() throws Exception {
    Set<Thread> before = ourThreads();
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<LonghaulStartException> refused = new CompletableFuture<>();
      LonghaulRuntime runtime =
          runtime(
              LonghaulModule.forTarget("127.0.0.1:" + silent.getLocalPort())
                  .options(options(LONG)));
      Thread starter = starter(runtime, refused);
      try (Socket connection = silent.accept()) {
        starter.interrupt();
        assertThat(refused).succeedsWithin(LONG);
        runtime.awaitShutdown();
        awaitEnd(connection);
      }
      await()
          .atMost(LONG)
          .until(
              () -> {
                Set<Thread> left = ourThreads();
                left.removeAll(before);
                return left.isEmpty();
              });
    }
  }

  @Test
  void failedStart_isFinal_andToldToWhoeverTriesAgain() {
    LonghaulRuntime runtime = runtime(startingWithin(LONG).namespace("elsewhere"));
    LonghaulStartException first = refusal(runtime);

    assertThatThrownBy(runtime::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("could not start")
        .hasCause(first);
    assertThat(service.calls(Rpc.POLL)).isEmpty();
  }

  // A start that held a lock meanwhile could only be ended with the process.
  @Test
  void close_whileTheServerIsWaitedFor_endsTheStart() throws Exception {
    Gate gate = new Gate();
    service.faults().next(Rpc.DESCRIBE_NAMESPACE).delayAnswer(gate);
    LonghaulRuntime runtime = runtime(startingWithin(LONG));
    CompletableFuture<LonghaulRuntime> start = CompletableFuture.supplyAsync(runtime::start);
    service.awaitCalls(Rpc.DESCRIBE_NAMESPACE, 1);
    runtime.close();

    assertThat(start)
        .failsWithin(LONG)
        .withThrowableThat()
        .withCauseInstanceOf(IllegalStateException.class)
        .withMessageContaining("closed");
    gate.open();
    assertThat(service.calls(Rpc.POLL)).isEmpty();
  }

  @Test
  void interruptedStart_ends_andSaysSo() throws Exception {
    Gate gate = new Gate();
    service.faults().next(Rpc.DESCRIBE_NAMESPACE).delayAnswer(gate);
    LonghaulRuntime runtime = runtime(startingWithin(LONG));
    CompletableFuture<LonghaulStartException> refused = new CompletableFuture<>();
    Thread starter = starter(runtime, refused);
    service.awaitCalls(Rpc.DESCRIBE_NAMESPACE, 1);
    starter.interrupt();

    assertThat(refused.get(30, TimeUnit.SECONDS)).hasMessageContaining("interrupted");
    runtime.awaitShutdown();
    gate.open();
  }

  @Test
  void secondStart_waitsForTheFirst() throws Exception {
    Gate gate = new Gate();
    service.faults().next(Rpc.DESCRIBE_NAMESPACE).delayAnswer(gate);
    LonghaulRuntime runtime = runtime(startingWithin(LONG));
    CompletableFuture<LonghaulRuntime> first = CompletableFuture.supplyAsync(runtime::start);
    service.awaitCalls(Rpc.DESCRIBE_NAMESPACE, 1);
    AtomicBoolean opened = new AtomicBoolean();
    CompletableFuture<Boolean> afterTheGate = new CompletableFuture<>();
    Thread second =
        new Thread(
            () -> {
              runtime.start();
              afterTheGate.complete(opened.get());
            });
    second.start();
    awaitWaiting(second);
    opened.set(true);
    gate.open();

    assertThat(afterTheGate.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(first.get(30, TimeUnit.SECONDS)).isSameAs(runtime);
  }

  // Whoever comes second would otherwise end the process under the first.
  @Test
  void concurrentClose_waitsForTheFirst() throws Exception {
    LonghaulRuntime runtime = runtime(draining(LONG)).start();
    FakeActivity activity = schedule();
    PendingActivity<String> pending = controlled.nextExternal();
    CompletableFuture<Void> first = CompletableFuture.runAsync(runtime::close);
    await().until(() -> isClosing(runtime));
    AtomicBoolean reported = new AtomicBoolean();
    CompletableFuture<Boolean> afterTheReport = new CompletableFuture<>();
    Thread second =
        new Thread(
            () -> {
              runtime.close();
              afterTheReport.complete(reported.get());
            });
    second.start();
    awaitWaiting(second);
    reported.set(true);
    pending.complete("done");

    assertThat(afterTheReport.get(60, TimeUnit.SECONDS)).isTrue();
    first.get(60, TimeUnit.SECONDS);
    assertThat(activity.awaitOutcome()).isInstanceOf(ActivityOutcome.Completed.class);
  }

  // It would wait for itself.
  @Test
  void close_byWhatClosingCalls_returns() throws Exception {
    service.faults().during(() -> true, Rpc.COMPLETE).refuse(Status.UNAVAILABLE);
    Injector injector =
        injector(
            module()
                .options(
                    options(Duration.ZERO).toBuilder().completeOnNetworkThreads(true).build()));
    LonghaulRuntime runtime = injector.getInstance(LonghaulRuntime.class).start();
    CompletableFuture<Void> closedByCallback =
        injector
            .getInstance(LonghaulClient.class)
            .complete(TaskToken.of(new byte[] {1}))
            .handle(
                (done, failure) -> {
                  runtime.close();
                  return null;
                });
    service.awaitCalls(Rpc.COMPLETE, 1);

    CompletableFuture<Void> closed = CompletableFuture.runAsync(runtime::close);
    assertThat(closed).succeedsWithin(LONG);
    assertThat(closedByCallback).succeedsWithin(LONG);
  }

  static Stream<StatusRuntimeException> outageAfterTheStart_endsNothing() {
    return Stream.of(
        Status.UNAVAILABLE.asRuntimeException(),
        Status.UNAUTHENTICATED.asRuntimeException(),
        Refusals.permissionDenied(),
        Refusals.namespaceNotFound("default"),
        Status.INTERNAL.asRuntimeException());
  }

  @ParameterizedTest
  @MethodSource
  void outageAfterTheStart_endsNothing(StatusRuntimeException refusal) throws Exception {
    AtomicBoolean away = new AtomicBoolean();
    service.faults().during(away::get, Rpc.POLL).refuse(refusal);
    runtime(startingWithin(LONG)).start();
    service.awaitOpenPolls(QUEUE, 1);
    away.set(true);
    service.endPolls(QUEUE);
    service.awaitCalls(Rpc.POLL, 4);
    away.set(false);
    FakeActivity activity = schedule();
    controlled.nextExternal().complete("done");

    assertThat(activity.awaitOutcome()).isInstanceOf(ActivityOutcome.Completed.class);
  }

  private FakeActivity schedule() {
    return service.schedule(
        ActivitySpec.of("External", QUEUE).startToCloseTimeout(Duration.ofMinutes(10)));
  }

  private static RuntimeOptions options(Duration startTimeout) {
    return Longhaul.OPTIONS.toBuilder().pollersPerQueue(1).startTimeout(startTimeout).build();
  }

  private LonghaulModule module() {
    return LonghaulModule.forChannel(service.newChannel());
  }

  private LonghaulModule startingWithin(Duration time) {
    return module().options(options(time));
  }

  private LonghaulModule draining(Duration time) {
    return module().options(options(LONG).toBuilder().drainTime(time).build());
  }

  private static LonghaulModule nowhere(Duration time) {
    return LonghaulModule.forTarget("localhost:1").options(options(time));
  }

  private Injector injector(LonghaulModule longhaul) {
    Module handlers =
        Modules.combine(
            new Controlled_ControlledStageHandler_AsyncActivityModule(),
            new Controlled_ControlledExternalHandler_AsyncActivityModule(),
            binder -> binder.bind(Controlled.class).toInstance(controlled));
    Injector injector =
        Guice.createInjector(longhaul.defaults(handler -> handler.taskQueue(QUEUE)), handlers);
    runtimes.add(injector.getInstance(LonghaulRuntime.class));
    return injector;
  }

  private LonghaulRuntime runtime(LonghaulModule longhaul) {
    return injector(longhaul).getInstance(LonghaulRuntime.class);
  }

  private static LonghaulStartException refusal(LonghaulRuntime runtime) {
    return catchThrowableOfType(LonghaulStartException.class, runtime::start);
  }

  /** Starts a runtime that is expected to fail. */
  private static Thread starter(
      LonghaulRuntime runtime, CompletableFuture<LonghaulStartException> refused) {
    Thread starter = new Thread(() -> refused.complete(refusal(runtime)));
    starter.start();
    return starter;
  }

  private static boolean isClosing(LonghaulRuntime runtime) {
    try {
      runtime.start();
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /** Until it waits for something; one that has ended did not. */
  private static void awaitWaiting(Thread thread) {
    await().atMost(LONG).until(() -> thread.getState() == Thread.State.WAITING);
  }

  // The thread of timeouts ends by itself, half a minute after the last one.
  private static Set<Thread> ourThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("longhaul-"))
        .filter(thread -> !thread.getName().equals("longhaul-timeouts"))
        .collect(Collectors.toSet());
  }

  private static void awaitEnd(Socket connection) throws IOException {
    try {
      connection.getInputStream().readAllBytes();
    } catch (SocketException e) {
      // It ended the hard way.
    }
  }
}
