package dev.longhaul.runtime.internal.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.testing.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Everything at once on one attempt. Forbidden: two reports, none, a call whose future stays open,
 * a heartbeat that is sent after the acknowledged end, an entry or a timer that is left.
 */
class AttemptRaceTest {
  private static final int ROUNDS = 2_000;
  private static final long SEED = 42;

  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void outcomesFromManyThreads_areOneReport() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      race(round, random);
    }
  }

  private void race(int round, Random random) {
    FakeClock clock = new FakeClock();
    CountingServer server = new CountingServer(random.nextBoolean());
    ActivityManager manager =
        new ActivityManager(
            new Services(
                server,
                new FakeEncoder(),
                clock::nanoTime,
                clock::schedule,
                Runnable::run,
                () -> 0.5),
            () -> Instant.EPOCH);
    FakeWork work = new FakeWork();
    Attempt attempt = manager.manage(Fixture.task(1), Fixture.POLICY, work);
    List<CompletableFuture<?>> futures = Collections.synchronizedList(new ArrayList<>());
    List<Runnable> calls =
        new ArrayList<>(
            List.of(
                () -> futures.add(attempt.complete(new EncodedOutcome.Completed(null))),
                () -> futures.add(attempt.fail(new EncodedOutcome.Failed(Bytes.utf8("Broken")))),
                () -> futures.add(attempt.reportCancellation(new EncodedOutcome.Canceled(null))),
                () -> futures.add(attempt.heartbeatNow(Bytes.utf8("now"))),
                () -> attempt.record(Bytes.utf8("later")),
                () -> attempt.threw(new IllegalStateException(), Bytes.utf8("Broken"), null),
                () -> clock.advance(Duration.ofSeconds(6))));
    Collections.shuffle(calls, random);

    CompletableFuture.allOf(
            calls.stream()
                .map(call -> CompletableFuture.runAsync(call, threads))
                .toArray(CompletableFuture<?>[]::new))
        .join();
    clock.advance(Duration.ofSeconds(60));

    String which = "round " + round + " of seed " + SEED;
    assertThat(server.reports).as(which).hasValue(1);
    assertThat(futures).as(which).allMatch(CompletableFuture::isDone);
    assertThat(server.beatsAfterTheEnd).as(which).hasValue(0);
    assertThat(manager.snapshot()).as(which).isEmpty();
    assertThat(clock.pendingTasks()).as(which).isZero();
  }

  /** Answers at once, on the calling thread. */
  private static final class CountingServer implements ActivityServer {
    final AtomicInteger reports = new AtomicInteger();
    final AtomicInteger beatsAfterTheEnd = new AtomicInteger();
    private final boolean cancelRequested;

    CountingServer(boolean cancelRequested) {
      this.cancelRequested = cancelRequested;
    }

    @Override
    public CompletableFuture<Answer> heartbeat(
        ActivityReference activity, @Nullable Bytes details, Duration limit) {
      if (reports.get() > 0) {
        beatsAfterTheEnd.incrementAndGet();
      }
      return CompletableFuture.completedFuture(
          new Answer.Acknowledged(cancelRequested, false, false));
    }

    @Override
    public CompletableFuture<Answer> report(
        ActivityReference activity, EncodedOutcome outcome, @Nullable Bytes lastDetails) {
      reports.incrementAndGet();
      return CompletableFuture.completedFuture(Answer.Acknowledged.PLAIN);
    }

    @Override
    public CompletableFuture<Standing> look(FullActivityId id) {
      return CompletableFuture.completedFuture(new Standing.Unknown());
    }

    @Override
    public CompletableFuture<Boolean> wasReported(FullActivityId id) {
      return CompletableFuture.completedFuture(false);
    }
  }
}
