package dev.longhaul.samples.quickstart;

import dev.longhaul.samples.quickstart.archive.Archive;
import dev.longhaul.samples.quickstart.archive.Archive.TypeSize;
import dev.longhaul.samples.quickstart.archive.ArchiveProgress;
import java.io.PrintWriter;
import java.time.Duration;

/** What the quickstart says, in plain lines. Thread-safe, as the writer is. */
final class Console {
  private static final int TYPES_SHOWN = 5;

  private final PrintWriter out;
  private volatile long start = System.nanoTime();

  Console(PrintWriter out) {
    this.out = out;
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }

  /** A name and what it stands for. */
  void item(String name, Object value) {
    say("  %-10s %s".formatted(name, value));
  }

  /** Times count from here. */
  void started(String workflowId) {
    item("workflow", workflowId);
    start = System.nanoTime();
  }

  void heartbeat(SeenHeartbeat heartbeat) {
    String progress = progress(heartbeat.details(ArchiveProgress.class));
    say(
        "  %6s   %s, heartbeat %d: %s"
            .formatted(
                Text.seconds(elapsed()), heartbeat.activityType(), heartbeat.number(), progress));
  }

  void archived(Archive archive, int heartbeats) {
    say(
        "Archived %s in %s, with %s on the way."
            .formatted(
                Text.count(archive.files(), "file"),
                Text.seconds(elapsed()),
                Text.count(heartbeats, "heartbeat")));
    item("archive", archive.path());
    item("size", size(archive));
    item("SHA-256", archive.sha256());
    archive.types().stream().limit(TYPES_SHOWN).forEach(this::type);
  }

  private static String size(Archive archive) {
    String share = Text.percent(archive.bytes(), archive.bytesBefore());
    return "%s, %s of %s"
        .formatted(Text.bytes(archive.bytes()), share, Text.bytes(archive.bytesBefore()));
  }

  private void type(TypeSize type) {
    item(
        type.extension().isEmpty() ? "(no type)" : type.extension(),
        "%d files, %s -> %s"
            .formatted(
                type.files(), Text.bytes(type.bytesBefore()), Text.bytes(type.bytesAfter())));
  }

  private static String progress(ArchiveProgress progress) {
    return "%d of %d files, %s of %s"
        .formatted(
            progress.filesDone(),
            progress.filesTotal(),
            Text.bytes(progress.bytesDone()),
            Text.bytes(progress.bytesTotal()));
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
