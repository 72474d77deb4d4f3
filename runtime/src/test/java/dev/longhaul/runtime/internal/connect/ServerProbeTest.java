package dev.longhaul.runtime.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longhaul.functional.CapturedLog;
import dev.longhaul.runtime.internal.time.Alarms;
import dev.longhaul.testing.FakeClock;
import dev.longhaul.testing.FakeTemporalService;
import dev.longhaul.testing.Gate;
import dev.longhaul.testing.Rpc;
import io.grpc.Status;
import java.time.Duration;
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
    probe.ask();
    service.awaitCalls(Rpc.DESCRIBE_NAMESPACE, 1);
    assertThat(probe.current()).isEqualTo(Capabilities.DEFAULTS);
    assertThat(probe.current().blobSizeLimit()).isEqualTo(USUAL_LIMIT);
    assertThat(probe.askedOnce()).isNotDone();

    gate.open();
    awaitFirstAnswer();
    assertThat(probe.current().blobSizeLimit()).isEqualTo(LIMIT);
  }

  @Test
  void whatServerAndNamespaceSay_isKept() {
    probe.ask();
    awaitFirstAnswer();

    Capabilities told = probe.current();
    assertThat(told.serverVersion()).isNotEmpty();
    assertThat(told.internalErrorDifferentiation()).isTrue();
    assertThat(told.encodedFailureAttributes()).isTrue();
    assertThat(told.pollsEndOnShutdown()).isTrue();
  }

  @Test
  void question_isAskedOnce() {
    probe.ask();
    awaitFirstAnswer();
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
    probe.ask();
    service.awaitCalls(Rpc.GET_SYSTEM_INFO, 1);
    clock.advance(Duration.ofDays(1));
    probe.ask();
    gate.open();
    awaitFirstAnswer();

    assertThat(service.calls(Rpc.GET_SYSTEM_INFO)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.Code.class,
      names = {"UNIMPLEMENTED", "PERMISSION_DENIED"})
  void questionThatTheServerDoesNotAnswer_isNotAskedAgain_andTheDefaultsHold(Status.Code code) {
    service.faults().next(Rpc.DESCRIBE_NAMESPACE).refuse(code.toStatus());
    probe.ask();
    awaitFirstAnswer();
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
    probe.ask();
    awaitFirstAnswer();
    probe.ask();
    clock.advance(Duration.ofMillis(999));
    probe.ask();
    assertThat(service.calls(Rpc.DESCRIBE_NAMESPACE)).hasSize(1);

    clock.advance(Duration.ofMillis(1));
    probe.ask();
    await().until(() -> probe.current().blobSizeLimit() == LIMIT);
    assertThat(service.calls(Rpc.DESCRIBE_NAMESPACE)).hasSize(2);
    // Half of the answer was there.
    assertThat(service.calls(Rpc.GET_SYSTEM_INFO)).hasSize(1);
  }

  @Test
  void questionThatGoesOnFailing_isAskedEverMoreRarely_andWarnedOfOnce() {
    service.faults().next(3, Rpc.GET_SYSTEM_INFO).refuse(Status.UNAVAILABLE);
    try (CapturedLog log = CapturedLog.open()) {
      probe.ask();
      awaitFirstAnswer();
      askAfter(Duration.ofSeconds(1), 2);
      askAfter(Duration.ofSeconds(1), 2);
      askAfter(Duration.ofSeconds(1), 3);
      askAfter(Duration.ofSeconds(4), 4);

      await().until(() -> probe.current().internalErrorDifferentiation());
      assertThat(log.entries()).filteredOn(entry -> entry.startsWith("WARN")).hasSize(1);
    }
  }

  private void askAfter(Duration pause, int calls) {
    clock.advance(pause);
    // The call before may not have ended yet, as seen from this thread.
    await()
        .untilAsserted(
            () -> {
              probe.ask();
              assertThat(service.calls(Rpc.GET_SYSTEM_INFO)).hasSize(calls);
            });
  }

  @Test
  void unknownNamespace_isToldByName() {
    try (CapturedLog log = CapturedLog.open()) {
      ServerProbe elsewhere = probe("elsewhere");
      elsewhere.ask();
      assertThat(elsewhere.askedOnce()).succeedsWithin(30, TimeUnit.SECONDS);

      assertThat(log.entries())
          .anyMatch(
              entry ->
                  entry.startsWith("WARN")
                      && entry.contains("elsewhere")
                      && entry.contains("NOT_FOUND"));
    }
  }

  private void awaitFirstAnswer() {
    assertThat(probe.askedOnce()).succeedsWithin(30, TimeUnit.SECONDS);
  }
}
