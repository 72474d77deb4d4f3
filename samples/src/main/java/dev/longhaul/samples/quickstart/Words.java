package dev.longhaul.samples.quickstart;

import dev.longhaul.samples.common.TemporalService;
import dev.longhaul.samples.common.Text;
import dev.longhaul.samples.quickstart.archive.Archive;
import dev.longhaul.samples.quickstart.archive.ArchiveRequest;
import dev.longhaul.samples.quickstart.options.QuickstartOptions;
import dev.longhaul.samples.quickstart.screen.Screen;
import dev.longhaul.samples.quickstart.story.ActivityRecord;
import dev.longhaul.samples.quickstart.workflow.Outcome;
import java.net.URI;
import java.util.List;

/** What the user is told at the beginning and at the end. */
final class Words {
  private Words() {}

  static void introduce(
      QuickstartOptions options,
      URI service,
      TemporalService temporal,
      String workflowId,
      Screen screen) {
    screen.say("A workflow has a folder archived, asks a person, and publishes a report.");
    ArchiveRequest request = options.request();
    screen.item("folder", request.folder() + ", without " + String.join(", ", request.skip()));
    screen.item("service", service + ", takes at least " + Text.seconds(options.archiveTime()));
    screen.item("Temporal", temporal);
    screen.item("workflow", workflowId);
  }

  static void conclude(Outcome outcome, List<ActivityRecord> activities, Screen screen) {
    int heartbeats = activities.stream().mapToInt(activity -> activity.heartbeats().size()).sum();
    screen.say(
        "%s by %s, after %s."
            .formatted(
                outcome.decision().approved() ? "Approved" : "Rejected",
                outcome.decision().by(),
                Text.count(heartbeats, "heartbeat")));
    Archive archive = outcome.archive();
    if (outcome.report() == null) {
      screen.say("The archive with %s was discarded.".formatted(files(archive)));
    } else {
      screen.item("archive", archive.path());
      screen.item("size", size(archive));
      screen.item("SHA-256", archive.sha256());
      screen.item("report", outcome.report());
    }
  }

  private static String size(Archive archive) {
    return "%s, %s of %s in %s"
        .formatted(
            Text.bytes(archive.bytes()),
            Text.percent(archive.bytes(), archive.bytesBefore()),
            Text.bytes(archive.bytesBefore()),
            files(archive));
  }

  private static String files(Archive archive) {
    return Text.count(archive.files(), "file");
  }
}
