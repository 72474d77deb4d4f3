package dev.longhaul.functional;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PauseEvent;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;
import jakarta.inject.Inject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Handlers whose work ends when a test says so, and what they saw. */
final class Controlled {
  final BlockingQueue<Stage> stages = new LinkedBlockingQueue<>();
  final BlockingQueue<PendingActivity<String>> externals = new LinkedBlockingQueue<>();
  final BlockingQueue<StopRequest.Kind> stops = new LinkedBlockingQueue<>();
  final BlockingQueue<PauseEvent> pauses = new LinkedBlockingQueue<>();

  /** An attempt in the stage form. */
  record Stage(ActivityContext context, CompletableFuture<String> result) {}

  /** Ends as it is told to, also when it is stopped. */
  @AsyncActivityHandler(activityType = "Stage")
  static final class ControlledStageHandler {
    private final Controlled controlled;
    private final CompletableFuture<String> result = new CompletableFuture<>();

    @Inject
    ControlledStageHandler(Controlled controlled) {
      this.controlled = controlled;
    }

    @OnStart
    CompletionStage<String> start(ActivityContext context) {
      context.onPause(controlled.pauses::add);
      controlled.stages.add(new Stage(context, result));
      return result;
    }

    @OnCancel
    void cancel(StopRequest why) {
      controlled.stops.add(why.kind());
      result.cancel(false);
    }
  }

  /** Ends when somebody completes it. */
  @AsyncActivityHandler(activityType = "External")
  static final class ControlledExternalHandler {
    private final Controlled controlled;

    @Inject
    ControlledExternalHandler(Controlled controlled) {
      this.controlled = controlled;
    }

    @OnStart
    void start(PendingActivity<String> pending) {
      pending.onPause(controlled.pauses::add);
      controlled.externals.add(pending);
    }

    @OnCancel
    void cancel(StopRequest why) {
      controlled.stops.add(why.kind());
    }
  }

  Stage nextStage() throws InterruptedException {
    return next(stages);
  }

  PendingActivity<String> nextExternal() throws InterruptedException {
    return next(externals);
  }

  StopRequest.Kind nextStop() throws InterruptedException {
    return next(stops);
  }

  PauseEvent nextPause() throws InterruptedException {
    return next(pauses);
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(60, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing came within a minute");
    }
    return next;
  }
}
