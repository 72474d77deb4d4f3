package dev.longhaul.samples.quickstart.report;

import dev.longhaul.samples.common.Text;
import dev.longhaul.samples.quickstart.story.ActivityRecord;
import dev.longhaul.samples.quickstart.story.AttemptRecord;
import dev.longhaul.samples.quickstart.story.HeartbeatRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The activities over time. Positions are percentages of the whole length.
 *
 * @param length from the first call to now
 */
record TimelineView(Duration length, List<Tick> ticks, List<Lane> lanes) {

  /** A mark on the time axis. */
  record Tick(String left, String label) {}

  /**
   * One activity.
   *
   * @param time how long it took, or has taken until now
   */
  record Lane(
      String type,
      String summary,
      String time,
      List<Span> spans,
      List<Beat> beats,
      List<Remark> remarks) {}

  /** One attempt; lost if it ended without an outcome. */
  record Span(String left, String width, boolean lost, boolean open, String title) {}

  /** One heartbeat. */
  record Beat(String left, String number, String time, String attempt, String text) {}

  private static final List<Duration> STEPS =
      List.of(
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(12));

  private static final int MOST_TICKS = 12;

  static TimelineView of(List<ActivityRecord> activities, Instant now) {
    Instant start = activities.get(0).scheduled();
    Duration length = Duration.between(start, now);
    Scale scale = new Scale(start, length);
    return new TimelineView(length, ticks(length), activities.stream().map(scale::lane).toList());
  }

  private static List<Tick> ticks(Duration length) {
    Duration step =
        STEPS.stream()
            .filter(candidate -> length.dividedBy(candidate) < MOST_TICKS)
            .findFirst()
            .orElse(length);
    List<Tick> ticks = new ArrayList<>();
    for (Duration at = Duration.ZERO; at.compareTo(length) <= 0; at = at.plus(step)) {
      ticks.add(new Tick(Percent.of(at, length), Text.shortly(at)));
    }
    return ticks;
  }

  private record Scale(Instant start, Duration length) {

    Lane lane(ActivityRecord activity) {
      return new Lane(
          activity.type(),
          summary(activity),
          time(activity),
          activity.attempts().stream().map(this::span).toList(),
          activity.heartbeats().stream().map(this::beat).toList(),
          Remark.of(activity));
    }

    private static String summary(ActivityRecord activity) {
      int attempts = activity.attempts().size();
      return activity.state() + (attempts > 1 ? ", " + Text.count(attempts, "attempt") : "");
    }

    private String time(ActivityRecord activity) {
      Instant end = activity.closed() == null ? start.plus(length) : activity.closed();
      return Text.seconds(Duration.between(activity.scheduled(), end));
    }

    private Span span(AttemptRecord attempt) {
      Instant end = attempt.ended() == null ? start.plus(length) : attempt.ended();
      Duration time = Duration.between(attempt.started(), end);
      return new Span(
          at(attempt.started()),
          Percent.of(time, length),
          attempt.failure() != null,
          attempt.ended() == null,
          "attempt %d, %s".formatted(attempt.number(), Text.seconds(time)));
    }

    private Beat beat(HeartbeatRecord heartbeat) {
      return new Beat(
          at(heartbeat.at()),
          String.valueOf(heartbeat.number()),
          Text.seconds(Duration.between(start, heartbeat.at())),
          String.valueOf(heartbeat.attempt()),
          heartbeat.progress().text());
    }

    private String at(Instant time) {
      return Percent.of(Duration.between(start, time), length);
    }
  }
}
