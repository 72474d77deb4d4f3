package dev.longhaul.runtime.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.longhaul.api.TaskToken;
import dev.longhaul.testing.FakeClock;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * What an activity costs that has been heartbeated and does nothing: its entry and its handler's,
 * ids included, token and details not.
 */
class IdleActivityHeapTest {
  private static final int ACTIVITIES = 100_000;
  private static final int MOST_BYTES = 1024;

  private final Logger log = (Logger) LoggerFactory.getLogger("dev.longhaul");
  private final Level before = log.getLevel();
  private final FakeClock clock = new FakeClock();
  private final DispatchFixture fixture = new DispatchFixture(clock, Runnable::run, 1);

  // A line for each activity would take longer than all the rest.
  @BeforeEach
  void beQuiet() {
    log.setLevel(Level.INFO);
  }

  @AfterEach
  void speakAgain() {
    log.setLevel(before);
  }

  @Test
  void idleActivity_takesNoMoreThanAKibibyte() {
    TaskToken[] tokens = new TaskToken[ACTIVITIES];
    for (int i = 0; i < ACTIVITIES; i++) {
      tokens[i] = TaskToken.of(ByteBuffer.allocate(Integer.BYTES).putInt(0, i));
    }
    Dispatcher dispatcher =
        fixture.dispatcher(DispatchFixture.handler("Work", (handler, call) -> null, null));
    Permits permits = new Permits(ACTIVITIES);
    growWhatTheServerKeeps(tokens);
    long empty = usedHeap();
    for (TaskToken token : tokens) {
      dispatcher.dispatch(
          DispatchFixture.QUEUE,
          fixture.task(token, "Work"),
          DispatchFixture.seat(dispatcher, permits));
    }
    clock.advance(Duration.ofSeconds(11));
    assertThat(fixture.server.beaten).hasSize(ACTIVITIES);
    fixture.server.beaten.clear();
    long each = (usedHeap() - empty) / ACTIVITIES;

    assertThat(fixture.manager.get(tokens[0])).isPresent();
    assertThat(each).isBetween(1L, (long) MOST_BYTES);
  }

  // Not an activity's: the table of whose heartbeats came, which stays when it is cleared.
  private void growWhatTheServerKeeps(TaskToken[] tokens) {
    fixture.server.beaten.addAll(List.of(tokens));
    fixture.server.beaten.clear();
  }

  private static long usedHeap() {
    Runtime runtime = Runtime.getRuntime();
    long used = Long.MAX_VALUE;
    for (int tries = 0; tries < 3; tries++) {
      System.gc();
      used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
    }
    return used;
  }
}
