package dev.longhaul.testing.junit5;

import dev.longhaul.api.ActivityEnd;
import dev.longhaul.testing.FakeClock;
import dev.longhaul.testing.junit5.HandlerEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What happened to one activity of a run. Thread-safe. */
final class RunLog<H> {
  private final FakeClock clock;
  private final Instant start;
  private final List<HandlerEvent> events = new CopyOnWriteArrayList<>();
  private volatile @Nullable H handler;
  private volatile @Nullable ActivityEnd end;

  /**
   * @param start of the run
   */
  RunLog(FakeClock clock, Instant start) {
    this.clock = clock;
    this.start = start;
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

  void ended(ActivityEnd how) {
    end = how;
    add(Kind.ENDED, how.name());
  }
}
