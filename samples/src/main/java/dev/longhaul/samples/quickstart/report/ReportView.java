package dev.longhaul.samples.quickstart.report;

import dev.longhaul.samples.common.Text;
import dev.longhaul.samples.quickstart.archive.Archive;
import dev.longhaul.samples.quickstart.story.ActivityRecord;
import dev.longhaul.samples.quickstart.workflow.Decision;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What the page says, as text and percentages, so that the template has nothing to decide.
 *
 * @param written when
 */
record ReportView(
    String name,
    String path,
    String sha256,
    String workflowId,
    String decidedBy,
    String written,
    List<Tile> tiles,
    List<TypeBar> types,
    TimelineView timeline) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", Locale.ENGLISH);

  /** A number and what it counts. */
  record Tile(String value, String label) {}

  static ReportView of(
      String workflowId,
      Archive archive,
      Decision decision,
      List<ActivityRecord> activities,
      Instant now) {
    TimelineView timeline = TimelineView.of(activities, now);
    return new ReportView(
        String.valueOf(Path.of(archive.path()).getFileName()),
        archive.path(),
        archive.sha256(),
        workflowId,
        decision.by(),
        DATE.format(now.atZone(ZoneId.systemDefault())),
        tiles(archive, activities, timeline.length()),
        TypeBar.of(archive.types()),
        timeline);
  }

  private static List<Tile> tiles(
      Archive archive, List<ActivityRecord> activities, Duration length) {
    int heartbeats = activities.stream().mapToInt(a -> a.heartbeats().size()).sum();
    return List.of(
        new Tile(Text.bytes(archive.bytes()), "in the archive"),
        new Tile(
            Text.percent(archive.bytes(), archive.bytesBefore()),
            "of " + Text.bytes(archive.bytesBefore())),
        new Tile(String.valueOf(archive.files()), "files"),
        new Tile(Text.seconds(length), "from call to report"),
        new Tile(String.valueOf(heartbeats), "heartbeats"));
  }
}
