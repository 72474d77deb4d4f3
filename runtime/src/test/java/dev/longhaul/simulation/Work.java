package dev.longhaul.simulation;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.spi.Invocation;
import dev.longhaul.simulation.Temper.Mood;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The handler of one attempt: it does what its temper says. */
final class Work {
  private final World world;
  private final WorkerProcess process;
  private @Nullable Entry entry;

  Work(World world, WorkerProcess process) {
    this.world = world;
    this.process = process;
  }

  @Nullable Object start(Invocation call) throws Throwable {
    int number = call.<Integer>input(0);
    Entry started = process.book().entry(number);
    entry = started;
    call.context().onStop(request -> stopped(started, request));
    started.started = true;
    return switch (started.start.activity.kind.form()) {
      case BLOCKING -> block(started, call.context());
      case STAGE -> stage(started);
      default -> {
        new Outside(world, process, started, call.pending()).begin();
        yield null;
      }
    };
  }

  private void stopped(Entry started, StopRequest request) {
    process.book().told(started, request);
    if (started.start.temper.listenersThrow()) {
      throw new IllegalStateException("a listener that throws");
    }
  }

  private Object block(Entry started, ActivityContext context) throws Throwable {
    Temper temper = started.start.temper;
    HandlerThread.current().worksFor(started);
    boolean looks = world.chance(0.3);
    long left = temper.lasts();
    while (left > 0) {
      long nap = looks ? Math.min(left, world.between(0.5, 20)) : left;
      try {
        HandlerThread.current().sleepFor(nap);
        left -= left == World.NEVER ? 0 : nap;
        if (looks) {
          context.throwIfStopped();
        }
      } catch (InterruptedException e) {
        switch (temper.reaction()) {
          case IGNORES -> {}
          case CONFIRMS -> throw e;
          case VALUE -> left = 0;
          case FAILS -> throw new IllegalStateException("interrupted");
        }
      }
    }
    return end(started);
  }

  private CompletableFuture<Object> stage(Entry started) {
    CompletableFuture<Object> stage = new CompletableFuture<>();
    Temper temper = started.start.temper;
    process.later(temper.lasts(), () -> complete(stage, started));
    return stage;
  }

  private static void complete(CompletableFuture<Object> stage, Entry started) {
    try {
      stage.complete(end(started));
    } catch (Throwable e) {
      stage.completeExceptionally(e);
    }
  }

  /** The work ends by itself. */
  private static Object end(Entry started) throws Throwable {
    started.process.book().offers(started);
    Temper.Ending ending = started.start.temper.ending();
    if (ending == Temper.Ending.VALUE) {
      return "done";
    }
    throw failure(ending);
  }

  static Throwable failure(Temper.Ending ending) {
    return switch (ending) {
      case VALUE -> throw new IllegalArgumentException("no failure");
      case FAILURE -> ActivityFailure.ofType("Failed").message("it failed").toException();
      case FAILURE_FOR_GOOD ->
          ActivityFailure.ofType("Failed").message("for good").nonRetryable().toException();
      case ERROR -> new StackOverflowError("an error");
      case CANCELLATION -> new CancellationException("cancelled by itself");
    };
  }

  @Nullable Object heartbeat(Invocation call) {
    return answer(entry().start.temper.heartbeatHook());
  }

  private Entry entry() {
    if (entry == null) {
      throw new IllegalStateException("a hook before the start");
    }
    return entry;
  }

  @Nullable Object cancel(Invocation call) {
    process.book().stopHookCalled(entry());
    return answer(entry().start.temper.cancelHook());
  }

  private @Nullable Object answer(Mood mood) {
    return switch (mood) {
      case ANSWERS -> "details";
      case ANSWERS_NULL -> null;
      case THROWS -> throw new IllegalStateException("a hook that throws");
      case HANGS -> new CompletableFuture<>();
      case ANSWERS_LATER -> {
        CompletableFuture<Object> later = new CompletableFuture<>();
        process.later(world.between(0, 15), () -> later.complete("late details"));
        yield later;
      }
    };
  }
}
