package dev.longhaul.testing.junit5;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import jakarta.inject.Inject;
import java.util.concurrent.BlockingQueue;

/** Adds up blocks as they come, on a thread of its own. */
@AsyncActivityHandler(activityType = "Checksum", heartbeatInterval = "10s")
final class ChecksumHandler {
  private final BlockingQueue<Integer> blocks;

  @Inject
  ChecksumHandler(BlockingQueue<Integer> blocks) {
    this.blocks = blocks;
  }

  @OnStart
  int start(int count, ActivityContext context) throws InterruptedException {
    int sum = context.lastHeartbeatDetails(Integer.class).orElse(0);
    for (int i = 0; i < count; i++) {
      sum += blocks.take();
      context.heartbeat(sum);
    }
    return sum;
  }
}
