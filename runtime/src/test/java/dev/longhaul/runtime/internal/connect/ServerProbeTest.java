package dev.longhaul.runtime.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.functional.CapturedLog;
import dev.longhaul.runtime.internal.time.Alarms;
import dev.longhaul.testing.FakeClock;
import dev.longhaul.testing.FakeTemporalService;
import dev.longhaul.testing.Gate;
import dev.longhaul.testing.Rpc;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ServerProbeTest {
  private static final int LIMIT = 100_000;
  private static final int USUAL_LIMIT = 2 * 1024 * 1024;

  private final FakeClock clock = new FakeClock();
  private final FakeTemporalService service =
      FakeTemporalService.builder().blobSizeLimit(LIMIT).endsPollsOnShutdown().start();
  private final ServerProbe probe = probe(FakeTemporalService.NAMESPACE);

  private ServerProbe probe(String namespace) {
    return new ServerProbe(
        new Calls(service.newChannel(), Alarms.mostlyCancelled(clock::nanoTime, clock::schedule)),
        namespace,
        clock::nanoTime,
        () -> 0.5);
  }

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void untilItHasAnswered_theDefaultsHold() {
    Gate gate = new Gate();
    service.faults().next(Rpc.DESCRIBE_NAMESPACE).delayAnswer(gate);

    assertThat(probe.current()).isEqualTo(Capabilities.DEFAULTS);
    CompletableFuture<Void> question = probe.ask();
    service.awaitCalls(Rpc.DESCRIBE_NAMESPACE, 1);
    assertThat(probe.current()).isEqualTo(Capabilities.DEFAULTS);
    assertThat(probe.current().blobSizeLimit()).isEqualTo(USUAL_LIMIT);
    assertThat(question).isNotDone();

    gate.open();
    awaitAnswer(question);
    assertThat(probe.current().blobSizeLimit()).isEqualTo(LIMIT);
  }

  @Test
  void whatServerAndNamespaceSay_isKept() {
    askAndAwait(probe);

    Capabilities told = probe.current();
    assertThat(told.serverVersion()).isNotEmpty();
    assertThat(told.internalErrorDifferentiation()).isTrue();
    assertThat(told.encodedFailureAttributes()).isTrue();
    assertThat(told.pollsEndOnShutdown()).isTrue();
  }

  @Test
  void question_isAskedOnce() {
    askAndAwait(probe);
    clock.advance(Duration.ofDays(1));
    probe.ask();

    assertThat(service.calls(Rpc.GET_SYSTEM_INFO)).hasSize(1);
    assertThat(service.calls(Rpc.DESCRIBE_NAMESPACE)).hasSize(1);
  }

  // Thousands of calls may begin before the first answer is there.
  @Test
  void questionUnderWay_isNotAskedAgain() {
    Gate gate = new Gate();
    service.faults().next(Rpc.GET_SYSTEM_INFO).delayAnswer(gate);
    CompletableFuture<Void> question = probe.ask();
    service.awaitCalls(Rpc.GET_SYSTEM_INFO, 1);
    clock.advance(Duration.ofSeconds(4));
    assertThat(probe.ask()).isSameAs(question);
    gate.open();
    awaitAnswer(question);

    assertThat(service.calls(Rpc.GET_SYSTEM_INFO)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.Code.class,
      names = {"UNIMPLEMENTED", "PERMISSION_DENIED"})
  void questionThatTheServerDoesNotAnswer_isNotAskedAgain_andTheDefaultsHold(Status.Code code) {
    service.faults().next(Rpc.DESCRIBE_NAMESPACE).refuse(code.toStatus());
    askAndAwait(probe);
    clock.advance(Duration.ofDays(1));
    probe.ask();

    assertThat(probe.current().blobSizeLimit()).isEqualTo(USUAL_LIMIT);
    assertThat(probe.current().internalErrorDifferentiation()).isTrue();
    assertThat(service.calls(Rpc.DESCRIBE_NAMESPACE)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.Code.class,
      names = {"UNAVAILABLE", "UNAUTHENTICATED", "NOT_FOUND"})
  void questionThatFailsForNow_isAskedAgain_butNotAtOnce(Status.Code code) {
    service.faults().next(Rpc.DESCRIBE_NAMESPACE).refuse(code.toStatus());
    askAndAwait(probe);
    probe.ask();
    clock.advance(Duration.ofMillis(999));
    probe.ask();
    assertThat(service.calls(Rpc.DESCRIBE_NAMESPACE)).hasSize(1);

    clock.advance(Duration.ofMillis(1));
    askAndAwait(probe);
    assertThat(probe.current().blobSizeLimit()).isEqualTo(LIMIT);
    assertThat(service.calls(Rpc.DESCRIBE_NAMESPACE)).hasSize(2);
    // Half of the answer was there.
    assertThat(service.calls(Rpc.GET_SYSTEM_INFO)).hasSize(1);
  }

  @Test
  void questionThatGoesOnFailing_isAskedEverMoreRarely_andWarnedOfOnce() {
    service.faults().next(3, Rpc.GET_SYSTEM_INFO).refuse(Status.UNAVAILABLE);
    try (CapturedLog log = CapturedLog.open()) {
      askAndAwait(probe);
      askAfter(Duration.ofSeconds(1), 2);
      askAfter(Duration.ofSeconds(1), 2);
      askAfter(Duration.ofSeconds(1), 3);
      askAfter(Duration.ofSeconds(4), 4);

      assertThat(probe.current().internalErrorDifferentiation()).isTrue();
      assertThat(log.entries()).filteredOn(entry -> entry.startsWith("WARN")).hasSize(1);
    }
  }

  private void askAfter(Duration pause, int calls) {
    clock.advance(pause);
    askAndAwait(probe);
    assertThat(service.calls(Rpc.GET_SYSTEM_INFO)).hasSize(calls);
  }

  @Test
  void unknownNamespace_isToldByName() {
    try (CapturedLog log = CapturedLog.open()) {
      ServerProbe elsewhere = probe("elsewhere");
      askAndAwait(elsewhere);

      assertThat(log.entries())
          .anyMatch(
              entry ->
                  entry.startsWith("WARN")
                      && entry.contains("elsewhere")
                      && entry.contains("NOT_FOUND"));
    }
  }

  private static void askAndAwait(ServerProbe probe) {
    awaitAnswer(probe.ask());
  }

  private static void awaitAnswer(CompletableFuture<Void> question) {
    assertThat(question).succeedsWithin(30, TimeUnit.SECONDS);
  }
}
