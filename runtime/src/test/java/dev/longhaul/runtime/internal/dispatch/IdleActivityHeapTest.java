package dev.longhaul.runtime.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.PauseAction;
import dev.longhaul.api.Priority;
import dev.longhaul.api.ShutdownAction;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.runtime.internal.connect.WireEncoder;
import dev.longhaul.runtime.internal.convert.Failures;
import dev.longhaul.runtime.internal.convert.PayloadMapper;
import dev.longhaul.runtime.internal.convert.WireCodec;
import dev.longhaul.runtime.internal.manage.ActivityManager;
import dev.longhaul.runtime.internal.manage.ActivityServer;
import dev.longhaul.runtime.internal.manage.ActivityTask;
import dev.longhaul.runtime.internal.manage.Answer;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import dev.longhaul.runtime.internal.manage.Services;
import dev.longhaul.runtime.internal.time.Alarms;
import dev.longhaul.testing.FakeClock;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * What an activity costs that has been heartbeated and does nothing: its entry and its handler's,
 * ids included, token and details not. A benchmark measures it exactly; this keeps it in sight.
 */
class IdleActivityHeapTest {
  private static final int ACTIVITIES = 100_000;
  private static final int MOST_BYTES = 1024;

  private final Logger log = (Logger) LoggerFactory.getLogger("dev.longhaul");
  private final Level before = log.getLevel();
  private final FakeClock clock = new FakeClock();
  private final PayloadMapper payloads = new PayloadMapper(List.of(), List.of());
  private final WireCodec wire =
      new WireCodec(payloads, new Failures(payloads, false), WireCodec.DEFAULT_SIZE_LIMIT);
  private final ActivityManager manager =
      new ActivityManager(
          new Services(
              new AcknowledgingServer(),
              new WireEncoder(wire),
              clock::nanoTime,
              clock::schedule,
              Runnable::run,
              () -> 0.5),
          clock::now);

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
    Permits permits = new Permits(ACTIVITIES);
    Dispatcher dispatcher = new Dispatcher(List.of(handler()), manager, tools());
    long before = usedHeap();
    for (TaskToken token : tokens) {
      dispatcher.dispatch("queue", task(token), permits.acquire().join());
    }
    clock.advance(Duration.ofSeconds(60));
    long each = (usedHeap() - before) / ACTIVITIES;

    System.out.println(each + " bytes for each idle activity");
    assertThat(manager.snapshot()).hasSize(ACTIVITIES);
    assertThat(each).isLessThanOrEqualTo(MOST_BYTES);
    assertThat(tokens[0]).isNotNull();
  }

  private Tools tools() {
    return new Tools(
        payloads,
        wire,
        Runnable::run,
        Runnable::run,
        clock::nanoTime,
        new Alarms(clock::nanoTime, clock::schedule),
        2);
  }

  private static ConfiguredHandler<Object> handler() {
    HandlerBinding<Object> binding =
        HandlerBinding.builder(IdleActivityHeapTest.class, Object.class, Object::new)
            .activityType("Render")
            .onStart(CompletionForm.EXTERNAL, (handler, call) -> null);
    return new ConfiguredHandler<>(
        binding,
        "queue",
        HeartbeatInterval.every(Duration.ofSeconds(10)),
        Optional.empty(),
        Duration.ofSeconds(10),
        PauseAction.BY_FORM,
        ShutdownAction.BY_FORM);
  }

  private ActivityTask task(TaskToken token) {
    return new ActivityTask(
        token,
        FullActivityId.of("default", uuid(), uuid(), uuid()),
        "Render",
        1,
        0,
        clock.now(),
        Duration.ofDays(7),
        Duration.ofDays(14),
        Duration.ofSeconds(30),
        Map.of(),
        Priority.DEFAULT,
        null,
        null);
  }

  private static String uuid() {
    return UUID.randomUUID().toString();
  }

  private static long usedHeap() {
    Runtime runtime = Runtime.getRuntime();
    long used = Long.MAX_VALUE;
    for (int tries = 0; tries < 5; tries++) {
      System.gc();
      used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
    }
    return used;
  }

  private static final class AcknowledgingServer implements ActivityServer {
    @Override
    public CompletableFuture<Answer> heartbeat(
        ActivityReference activity, @Nullable Bytes details, Duration limit) {
      return CompletableFuture.completedFuture(Answer.Acknowledged.PLAIN);
    }

    @Override
    public CompletableFuture<Answer> report(
        ActivityReference activity, EncodedOutcome outcome, @Nullable Bytes lastDetails) {
      return CompletableFuture.completedFuture(Answer.Acknowledged.PLAIN);
    }

    @Override
    public CompletableFuture<Standing> look(FullActivityId id) {
      return CompletableFuture.completedFuture(new Standing.Unknown());
    }
  }
}
