package dev.longhaul.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadTest {
  private final ExecutorService answering = Executors.newFixedThreadPool(2);
  private final Recorder recorder = new Recorder();

  @AfterEach
  void close() {
    answering.shutdown();
  }

  @Test
  void callers_callAtTheSameTime_andEachCallIsRecorded() throws InterruptedException {
    AtomicLong made = new AtomicLong();
    CountDownLatch four = new CountDownLatch(4);
    BlockingCall call =
        () -> {
          four.countDown();
          four.await(); // fewer than four never get past it
          made.incrementAndGet();
        };
    Load.Running running = new Callers(call, 4).start(recorder);
    await().until(() -> made.get() > 100);
    running.stop();
    assertThat(recorder.answered()).isEqualTo(made.get());
  }

  @Test
  void callsInFlight_areBounded_andAllAnsweredAfterTheStop() throws InterruptedException {
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AsyncCall call =
        answered -> {
          most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
          answering.execute(
              () -> {
                inFlight.decrementAndGet();
                answered.answered(null);
              });
        };
    Load.Running running = new InFlight(call, 8).start(recorder);
    await().until(() -> recorder.answered() > 100);
    running.stop();
    assertThat(inFlight).hasValue(0);
    assertThat(most.get()).isBetween(2, 8);
  }
}
