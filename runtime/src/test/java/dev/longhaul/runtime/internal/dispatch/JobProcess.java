package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.external.ExternalJob;
import dev.longhaul.api.external.PolledJob;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import dev.longhaul.testing.FakeClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A process with one attempt of an activity whose work is an outside job, on a clock of its own. It
 * is lost when nobody moves its clock any more; another one goes on with what the server has.
 */
final class JobProcess {
  private static final FullActivityId ID =
      FullActivityId.of("default", "workflow", "0ddba11c-0000-0000-0000-000000000000", "activity");

  /** How a job starts, as a handler does it. */
  static final String KEY = "default/workflow/" + ID.runId() + "/activity";

  final FakeClock clock = new FakeClock();
  private final DispatchFixture fixture = new DispatchFixture(clock, Runnable::run, 1);
  private @Nullable ExternalJob job;

  private JobProcess() {}

  /** Of the stage form. */
  static JobProcess polled(Function<ActivityContext, PolledJob<String>> start) {
    return polled(start, 1, null);
  }

  /** The next attempt elsewhere. */
  static JobProcess polledAfter(
      JobProcess lost, Function<ActivityContext, PolledJob<String>> start) {
    return polled(start, 2, lost.fixture.server.details);
  }

  private static JobProcess polled(
      Function<ActivityContext, PolledJob<String>> start, int attempt, @Nullable Bytes details) {
    JobProcess process = new JobProcess();
    process.run(
        process
            .binding()
            .onStart(
                CompletionForm.STAGE,
                (handler, call) -> {
                  PolledJob<String> started = start.apply(call.context());
                  process.job = started;
                  return started.result();
                }),
        attempt,
        details);
    return process;
  }

  /** Of the external form. */
  static JobProcess external(Function<PendingActivity<String>, ExternalJob> start) {
    return external(start, 1, null);
  }

  static JobProcess externalAfter(
      JobProcess lost, Function<PendingActivity<String>, ExternalJob> start) {
    return external(start, 2, lost.fixture.server.details);
  }

  private static JobProcess external(
      Function<PendingActivity<String>, ExternalJob> start, int attempt, @Nullable Bytes details) {
    JobProcess process = new JobProcess();
    process.run(
        process
            .binding()
            .onStart(
                CompletionForm.EXTERNAL,
                (handler, call) -> {
                  process.job = start.apply(call.pending());
                  return null;
                }),
        attempt,
        details);
    return process;
  }

  private HandlerBinding.Builder<Object> binding() {
    return HandlerBinding.builder(getClass(), Object.class, Object::new)
        .activityType("Work")
        .name("Work")
        .onCancel((handler, call) -> job().stop(call.stopRequest()));
  }

  private void run(HandlerBinding<Object> binding, int attempt, @Nullable Bytes details) {
    Dispatcher dispatcher =
        fixture.dispatcher(DispatchFixture.configured(binding, DispatchFixture.Limits.NONE));
    dispatcher.dispatch(
        DispatchFixture.QUEUE,
        fixture.task(TaskToken.of(new byte[] {(byte) attempt}), ID, "Work", attempt, 0, details),
        DispatchFixture.seat(dispatcher));
  }

  ExternalJob job() {
    if (job == null) {
      throw new AssertionError("the job was not started");
    }
    return job;
  }

  void cancel() {
    fixture.server.cancelRequested = true;
    clock.advance(Duration.ofSeconds(10)); // the next heartbeat tells
  }

  void reset() {
    fixture.server.resetRequested = true;
    clock.advance(Duration.ofSeconds(10));
  }

  /** What the server has as JSON; empty if nothing. */
  String details() {
    return json(fixture.server.details);
  }

  /** How the attempt ended, with its result, its failure type or its details. */
  String outcome() {
    return fixture.server.outcomes.stream()
        .map(JobProcess::describe)
        .collect(Collectors.joining(", then "));
  }

  /** What it failed with. */
  Failure failure() {
    return parse(((EncodedOutcome.Failed) fixture.server.outcomes.get(0)).failure());
  }

  /** Whether nothing is left to be done: no timer, no entry. */
  boolean isIdle() {
    return clock.pendingTasks() == 0 && fixture.manager.snapshot().isEmpty();
  }

  private static String describe(EncodedOutcome outcome) {
    if (outcome instanceof EncodedOutcome.Completed completed) {
      return "completed " + json(completed.result());
    }
    return outcome instanceof EncodedOutcome.Failed failed
        ? "failed " + parse(failed.failure()).getApplicationFailureInfo().getType()
        : "canceled " + json(((EncodedOutcome.Canceled) outcome).details());
  }

  private static Failure parse(Bytes failure) {
    try {
      return Failure.parseFrom(failure.asReadOnlyBuffer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(@Nullable Bytes payloads) {
    try {
      return payloads == null
          ? ""
          : Payloads.parseFrom(payloads.asReadOnlyBuffer()).getPayloadsList().stream()
              .map(payload -> payload.getData().toStringUtf8())
              .collect(Collectors.joining(", "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
