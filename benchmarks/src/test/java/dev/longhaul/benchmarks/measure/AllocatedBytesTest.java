package dev.longhaul.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AllocatedBytesTest {
  private static final int BYTES = 5_000_000;

  @Test
  void allocation_isThatOfAllLiveThreads_fromTheirStartIfTheyStartedMeanwhile()
      throws InterruptedException {
    AllocatedBytes before = AllocatedBytes.now();
    CountDownLatch allocated = new CountDownLatch(1);
    CountDownLatch read = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              byte[] array = new byte[BYTES];
              allocated.countDown();
              try {
                read.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(array.length + " bytes", e);
              }
            });
    thread.start();
    allocated.await();
    assertThat(AllocatedBytes.now().since(before)).isBetween((long) BYTES, 2L * BYTES);
    read.countDown();
    thread.join();
  }
}
