package dev.longhaul.simulation;

import dev.longhaul.api.HandOff;
import dev.longhaul.api.Priority;
import dev.longhaul.api.ProcessingOptions;
import dev.longhaul.runtime.internal.convert.WireCodec;
import dev.longhaul.runtime.internal.dispatch.Dispatcher;
import dev.longhaul.runtime.internal.dispatch.Permits;
import dev.longhaul.runtime.internal.dispatch.QueueRoom;
import dev.longhaul.runtime.internal.dispatch.Seat;
import dev.longhaul.runtime.internal.manage.ActivityTask;
import dev.longhaul.simulation.Temper.Mood;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives a process what it polls, and what others hand over to it. */
final class Intake {
  private final World world;
  private final Server server;
  private final WorkerProcess process;
  private final QueueRoom room;
  private final WireCodec wire;
  private final Dispatcher dispatcher;
  private final Set<Kind> kinds;
  private @Nullable Seat polling;
  private boolean stopped;

  Intake(
      World world,
      Server server,
      WorkerProcess process,
      Permits permits,
      WireCodec wire,
      Dispatcher dispatcher,
      Set<Kind> kinds) {
    this.world = world;
    this.server = server;
    this.process = process;
    this.room = dispatcher.room(Handlers.QUEUE, permits);
    this.wire = wire;
    this.dispatcher = dispatcher;
    this.kinds = kinds;
  }

  void poll() {
    room.acquire().thenAccept(this::poll);
  }

  private void poll(Seat seat) {
    if (stopped) {
      seat.release();
      return;
    }
    polling = seat;
    server.poll(process, start -> process.submit(() -> answered(start, seat)));
  }

  /** No more polls; one that is open may still have an answer. */
  void stop() {
    stopped = true;
    if (server.cancelPolls(process) && polling != null) {
      polling.release();
    }
  }

  private void answered(Start start, Seat seat) {
    if (process.weather().losesAnswers() && world.chance(0.3)) {
      seat.release(); // the server believes that the process has it
    } else if (start.activity.kind.form().hasHandler()) {
      dispatch(start, seat);
    } else {
      seat.release();
      handOver(start);
    }
    poll();
  }

  private void dispatch(Start start, Seat seat) {
    Entry entry = process.book().open(start, false);
    if (!kinds.contains(start.activity.kind)) {
      process.book().offers(entry); // fails for want of a handler
    }
    dispatcher.dispatch(Handlers.QUEUE, task(entry), seat);
  }

  private ActivityTask task(Entry entry) {
    Execution activity = entry.start.activity;
    return new ActivityTask(
        entry.reference,
        entry.id,
        activity.kind.activityType(),
        entry.start.attempt,
        activity.maximumAttempts,
        process.wallClock().instant(),
        activity.startToClose,
        null,
        activity.heartbeatTimeout,
        Map.of(),
        Priority.DEFAULT,
        wire.details(entry.id, List.of(entry.number)),
        activity.details);
  }

  /** Gives the manager an attempt that it keeps for somebody. */
  void handOver(Start start) {
    if (process.isShutDown()) {
      return;
    }
    boolean byId = start.activity.kind.form() == Kind.Form.HANDED_OVER_BY_ID;
    Entry entry = process.book().open(start, byId);
    Outside outside = new Outside(world, process, entry, null);
    process.manager().startProcessing(handOff(entry), options(entry, outside));
    outside.begin();
  }

  /** Somebody hands over once more what is here already. */
  void handOverAgain(Entry entry) {
    if (entry.start.isCurrent()) {
      handOver(entry.start);
    }
  }

  private HandOff handOff(Entry entry) {
    Execution activity = entry.start.activity;
    return new HandOff(
        entry.reference,
        entry.id,
        activity.kind.activityType(),
        entry.start.attempt,
        activity.maximumAttempts,
        process.wallClock().instant().minusNanos(world.now() - entry.start.startedAt),
        activity.startToClose,
        null,
        activity.heartbeatTimeout,
        wire.received(activity.details));
  }

  private ProcessingOptions options(Entry entry, Outside outside) {
    Kind kind = entry.start.activity.kind;
    ProcessingOptions options =
        ProcessingOptions.heartbeating(Handlers.interval(kind))
            .cancellationGrace(Handlers.GRACE)
            .pauseAction(Handlers.pauseAction(kind))
            .shutdownAction(Handlers.shutdownAction(kind))
            .onStop(outside::stopped)
            .onPause(event -> {});
    return kind.heartbeatHook()
        ? options.heartbeatDetails(() -> details(entry.start.temper.heartbeatHook()))
        : options;
  }

  private static @Nullable Object details(Mood mood) {
    if (mood == Mood.THROWS) {
      throw new IllegalStateException("a hook that throws");
    }
    return mood == Mood.ANSWERS ? "details" : null;
  }
}
