package dev.longhaul.runtime.internal.convert;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** What a conversion allocates on a thread that is new, as each virtual one is. */
class JacksonBuffersTest {
  private static final long BUFFER_BYTES = 8_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final JacksonConverter converter =
      new JacksonConverter(JacksonConverter.likeTheOfficialSdk().build());

  // Forbidden: each thread makes buffers of its own, which are larger than most values by far.
  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void conversionOnANewThread_takesTheBuffersOfOneThatHasEnded() throws Exception {
    long least = Long.MAX_VALUE; // the first ones load classes
    for (int i = 0; i < 100; i++) {
      least = Math.min(least, allocatedByOneMore());
    }

    assertThat(least).isBetween(1L, BUFFER_BYTES - 1);
  }

  private long allocatedByOneMore() throws Exception {
    CompletableFuture<Long> allocated = new CompletableFuture<>();
    Thread thread = new Thread(() -> allocated.completeAsync(this::convert, Runnable::run));
    thread.start();
    return allocated.get(20, TimeUnit.SECONDS);
  }

  private long convert() {
    long before = threads.getCurrentThreadAllocatedBytes();
    try {
      converter.toPayload("done");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
