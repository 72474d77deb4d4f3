package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.PauseAction;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.Priority;
import dev.longhaul.api.ShutdownAction;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.api.spi.HandlerMethod;
import dev.longhaul.runtime.internal.batch.Batches;
import dev.longhaul.runtime.internal.connect.WireEncoder;
import dev.longhaul.runtime.internal.convert.Failures;
import dev.longhaul.runtime.internal.convert.PayloadMapper;
import dev.longhaul.runtime.internal.convert.WireCodec;
import dev.longhaul.runtime.internal.manage.ActivityManager;
import dev.longhaul.runtime.internal.manage.ActivityTask;
import dev.longhaul.runtime.internal.manage.Services;
import dev.longhaul.runtime.internal.time.Alarms;
import dev.longhaul.testing.FakeClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Handlers of the external form on a fake clock, with a server that acknowledges everything. */
public final class DispatchFixture {
  public static final String QUEUE = "queue";

  public final FakeClock clock;
  public final AcknowledgingServer server = new AcknowledgingServer();
  public final ActivityManager manager;
  public final Batches batches;
  private final Tools tools;

  DispatchFixture(FakeClock clock, Executor callbacks, int hooksAtOnce) {
    this(clock, callbacks, callbacks, hooksAtOnce);
  }

  public DispatchFixture(FakeClock clock, Executor callbacks, Executor blocking, int hooksAtOnce) {
    this.clock = clock;
    PayloadMapper payloads = new PayloadMapper(List.of(), List.of());
    WireCodec wire =
        new WireCodec(payloads, new Failures(payloads, false), () -> WireCodec.DEFAULT_SIZE_LIMIT);
    this.manager =
        new ActivityManager(
            new Services(
                server,
                new WireEncoder(wire),
                clock::nanoTime,
                clock::schedule,
                callbacks,
                () -> 0.5),
            clock::now);
    this.tools =
        new Tools(
            payloads,
            wire,
            callbacks,
            blocking,
            clock::nanoTime,
            new Alarms(clock::nanoTime, clock::schedule),
            hooksAtOnce);
    this.batches = new Batches(tools, manager);
  }

  public Dispatcher dispatcher(ConfiguredHandler<?>... handlers) {
    return new Dispatcher(List.of(handlers), manager, tools, batches);
  }

  static ConfiguredHandler<Object> handler(
      String type, HandlerMethod<Object> start, @Nullable HandlerMethod<Object> hook) {
    return handler(type, start, hook, Limits.NONE);
  }

  static ConfiguredHandler<Object> handler(
      String type,
      HandlerMethod<Object> start,
      @Nullable HandlerMethod<Object> hook,
      Limits limits) {
    HandlerBinding.Builder<Object> binding =
        HandlerBinding.builder(DispatchFixture.class, Object.class, Object::new)
            .activityType(type)
            .name(type);
    if (hook != null) {
      binding = binding.onHeartbeat(hook);
    }
    return configured(binding.onStart(CompletionForm.EXTERNAL, start), limits);
  }

  static ConfiguredHandler<Object> configured(HandlerBinding<Object> binding, Limits limits) {
    return configured(binding, limits, new BatchPlan(10, Duration.ofSeconds(5), 1));
  }

  public static ConfiguredHandler<Object> configured(
      HandlerBinding<Object> binding, BatchPlan plan) {
    return configured(binding, Limits.NONE, plan);
  }

  private static ConfiguredHandler<Object> configured(
      HandlerBinding<Object> binding, Limits limits, BatchPlan plan) {
    return new ConfiguredHandler<>(
        binding,
        QUEUE,
        HeartbeatInterval.every(Duration.ofSeconds(10)),
        Optional.empty(),
        Duration.ofSeconds(10),
        PauseAction.BY_FORM,
        ShutdownAction.BY_FORM,
        0,
        limits.maxOutstanding(),
        limits.ratePerSecond(),
        plan);
  }

  /** What a handler declares; 0 for no limit. */
  record Limits(int maxOutstanding, double ratePerSecond) {
    static final Limits NONE = new Limits(0, 0);
  }

  /** An attempt whose work is the test's; there once the callbacks ran. */
  CompletableFuture<PendingActivity<Object>> started() {
    CompletableFuture<PendingActivity<Object>> started = new CompletableFuture<>();
    Dispatcher dispatcher =
        dispatcher(
            handler(
                "Work",
                (handler, call) -> {
                  started.complete(call.pending());
                  return null;
                },
                null));
    dispatcher.dispatch(QUEUE, task(TaskToken.of(new byte[] {1}), "Work"), seat(dispatcher));
    return started;
  }

  /** A seat with no limit but that of handlers. */
  static Seat seat(Dispatcher dispatcher) {
    return seat(dispatcher, new Permits(1));
  }

  public static Seat seat(Dispatcher dispatcher, Permits process) {
    return dispatcher.room(QUEUE, process).acquire().join();
  }

  ActivityTask task(TaskToken token, String type) {
    return task(token, type, 1, 0);
  }

  ActivityTask task(TaskToken token, String type, int attempt, int maximumAttempts) {
    return task(token, newId(), type, attempt, maximumAttempts, null, null);
  }

  /** A first attempt with an input. */
  public ActivityTask task(TaskToken token, String type, Bytes input) {
    return task(token, newId(), type, 1, 0, input, null);
  }

  ActivityTask task(
      TaskToken token,
      FullActivityId id,
      String type,
      int attempt,
      int maximumAttempts,
      @Nullable Bytes lastDetails) {
    return task(token, id, type, attempt, maximumAttempts, null, lastDetails);
  }

  private ActivityTask task(
      TaskToken token,
      FullActivityId id,
      String type,
      int attempt,
      int maximumAttempts,
      @Nullable Bytes input,
      @Nullable Bytes lastDetails) {
    return new ActivityTask(
        token,
        id,
        type,
        attempt,
        maximumAttempts,
        clock.now(),
        Duration.ofDays(7),
        Duration.ofDays(14),
        Duration.ofHours(1),
        Map.of(),
        Priority.DEFAULT,
        input,
        lastDetails);
  }

  private static FullActivityId newId() {
    return FullActivityId.of("default", uuid(), uuid(), uuid());
  }

  private static String uuid() {
    return UUID.randomUUID().toString();
  }
}
