package dev.longhaul.testing.junit5;

import dev.longhaul.api.ActivityEnd;
import dev.longhaul.api.ActivityListener;
import dev.longhaul.api.ActivitySnapshot;
import dev.longhaul.api.OutcomeKind;
import dev.longhaul.api.PauseEvent;
import dev.longhaul.api.StopRequest;
import dev.longhaul.testing.FakeClock;
import dev.longhaul.testing.junit5.HandlerEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What happened in a run, told by the runtime and by the calls of the handler. Thread-safe. */
final class RunLog<H> implements ActivityListener {
  private final FakeClock clock;
  private final Instant start;
  private final List<HandlerEvent> events = new CopyOnWriteArrayList<>();
  private volatile @Nullable H handler;
  private volatile @Nullable ActivityEnd end;

  RunLog(FakeClock clock) {
    this.clock = clock;
    this.start = clock.now();
  }

  Duration elapsed() {
    return Duration.between(start, clock.now());
  }

  Duration elapsedAt(Instant moment) {
    return Duration.between(start, moment);
  }

  List<HandlerEvent> events() {
    return List.copyOf(events);
  }

  Optional<HandlerEvent> last(Kind kind) {
    return events.stream().filter(event -> event.kind() == kind).reduce((one, other) -> other);
  }

  long count(Kind kind) {
    return events.stream().filter(event -> event.kind() == kind).count();
  }

  Optional<H> handler() {
    return Optional.ofNullable(handler);
  }

  Optional<ActivityEnd> end() {
    return Optional.ofNullable(end);
  }

  void add(Kind kind, String what) {
    events.add(new HandlerEvent(elapsed(), kind, what));
  }

  void started(H instance) {
    handler = instance;
    add(Kind.START_CALLED, "");
  }

  @Override
  public void heartbeatSent(ActivitySnapshot activity, Duration lateness) {
    add(Kind.HEARTBEAT_SENT, "");
  }

  @Override
  public void heartbeatFailed(ActivitySnapshot activity, Throwable why) {
    add(Kind.HEARTBEAT_FAILED, why.getClass().getSimpleName());
  }

  @Override
  public void stopRequested(ActivitySnapshot activity, StopRequest request) {
    add(Kind.STOP_REQUESTED, request.kind().name());
  }

  @Override
  public void pauseChanged(ActivitySnapshot activity, PauseEvent event) {
    add(Kind.PAUSE_CHANGED, event.name());
  }

  @Override
  public void outcomeDecided(ActivitySnapshot activity, OutcomeKind outcome) {
    add(Kind.OUTCOME_DECIDED, outcome.name());
  }

  @Override
  public void ended(ActivitySnapshot activity, ActivityEnd how) {
    end = how;
    add(Kind.ENDED, how.name());
  }
}
