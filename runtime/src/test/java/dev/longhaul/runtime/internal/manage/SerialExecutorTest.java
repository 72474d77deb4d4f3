package dev.longhaul.runtime.internal.manage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SerialExecutorTest {
  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  // Forbidden: two tasks at once, another order, a write that the next task does not see.
  @Test
  void serialTasks_runOneAfterTheOther_andOneThatThrowsStopsNothing() throws Exception {
    SerialExecutor serial = new SerialExecutor(threads);
    List<Integer> order = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    for (int i = 0; i < 1_000; i++) {
      int number = i;
      serial.execute(() -> order.add(number));
    }
    serial.execute(
        () -> {
          throw new IllegalStateException("expected by this test");
        });
    serial.execute(done::countDown);

    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(order).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
  }
}
