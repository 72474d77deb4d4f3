package dev.longhaul.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.longhaul.docs.Page;
import dev.longhaul.samples.SampleProcess;
import dev.longhaul.samples.SampleProcess.Ended;
import dev.longhaul.samples.Shape;
import dev.longhaul.testing.EmbeddedTemporalServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;

/** All ends of a run, as a user sees them. */
@Timeout(200)
@Execution(CONCURRENT)
class EndsTest {
  private static final String NOTHING_LEFT =
      "Cancelled. The archive service has no job and no file.";

  @TempDir Path folder;
  @TempDir Path output;

  @BeforeEach
  void someFiles() throws IOException {
    Files.writeString(folder.resolve("one.txt"), "one".repeat(1000));
    Files.writeString(folder.resolve("two.txt"), "two".repeat(1000));
  }

  @Test
  void approvedArchive_isPublished_inPlainLines() {
    Ended run = run("--archive-time", "2s", "--decide-after", "2s");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("ArchiveFolder   heartbeat 1: ", " of 2 files", "ApproveArchive  completed")
        .contains("Approved by default", "SHA-256")
        .doesNotContainPattern("[\\p{Cntrl}&&[^\\r\\n]]");
    assertShown(0, run);
    assertThat(output).isDirectoryContaining("glob:**/*.zip");
    assertThat(output).isDirectoryContaining("glob:**/*.html");
  }

  @Test
  void rejectedArchive_isDiscarded() {
    Ended run = run("--archive-time", "1s", "--reject", "--decide-after", "1s");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Rejected by --reject", "The archive with 2 files was discarded.")
        .contains("DiscardArchive  completed")
        .doesNotContain("PublishReport");
    assertThat(output).isEmptyDirectory();
  }

  @Test
  void cancelledArchive_isGoneAtTheService() {
    Ended run = run("--archive-time", "1h", "--cancel-after", "2s");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(run.out())
        .containsPattern("After 2.0 s: .* has job \\p{XDigit}+ and file .*\\.zip\\.part\\.")
        .contains("ArchiveFolder   cancelled", NOTHING_LEFT);
    assertThat(output).isEmptyDirectory();
  }

  @Test
  void cancellationWhileAPersonIsAsked_discardsTheArchive() {
    Ended run = run("--archive-time", "1s", "--decide-after", "1h", "--cancel-after", "5s");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(run.out())
        .contains("ApproveArchive  cancelled", "DiscardArchive  completed", NOTHING_LEFT);
    assertThat(output).isEmptyDirectory();
  }

  @Test
  void attemptAfterACrash_resumesFromTheLastHeartbeat() {
    Ended run = run("--archive-time", "10s", "--decide-after", "1s", "--crash-first-attempt");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern("Process \\d+ was killed")
        .contains("ArchiveFolder   attempt 1 failed: its heartbeats stopped")
        .containsPattern("heartbeat 3: .*; attempt 2 resumes job \\p{XDigit}+ of heartbeat 2");
    assertShown(1, run);
  }

  // By the attempt that resumes the job, if the first one has died already.
  @Test
  void cancellationAroundACrash_isConfirmedAllTheSame() {
    Ended run = run("--archive-time", "1h", "--crash-first-attempt", "--cancel-after", "4s");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(run.out()).contains("ArchiveFolder   cancelled", NOTHING_LEFT);
    assertThat(output).isEmptyDirectory();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs SIGINT")
  void ctrlC_cancels_cleansUpAndSaysSo() throws Exception {
    assumeFalse(Signals.interruptIsIgnored(), "whoever started this ignores Ctrl-C");
    try (SampleProcess process = start("--archive-time", "1h")) {
      process.awaitOutput("heartbeat 1");

      Signals.interrupt(process.pid());

      Ended run = process.end();
      assertThat(run.exitCode()).as(run.err()).isEqualTo(130);
      assertThat(run.out())
          .containsPattern("Ctrl-C: .* has job \\p{XDigit}+ and file .*\\.zip\\.part\\.")
          .contains(NOTHING_LEFT);
      assertThat(output).isEmptyDirectory();
    }
  }

  @Test
  void serverThatRunsElsewhere_isUsed() {
    try (EmbeddedTemporalServer server = EmbeddedTemporalServer.start()) {
      Ended run =
          run(
              "--archive-time",
              "1s",
              "--decide-after",
              "1s",
              "--target",
              server.target(),
              "--namespace",
              "elsewhere");

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).contains("Temporal   " + server.target() + ", namespace elsewhere");
    }
  }

  @Test
  void folderThatTheServiceRefuses_failsAtOnce() throws IOException {
    Path refused = Files.createDirectories(output.resolve("refused"));
    Files.createFile(Files.createDirectory(refused.resolve("target")).resolve("made.class"));

    Ended run =
        SampleProcess.run(
            "quickstart", "--folder", refused.toString(), "--output", output.toString());

    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).endsWith(refused + " has no files to archive\n");
    assertThat(run.out()).doesNotContainPattern("attempt \\d");
  }

  /** Whether the README's block of output is what a run prints. */
  private static void assertShown(int block, Ended run) {
    assertThat(run.out().lines().map(Shape::of))
        .containsAll(Page.README.blocks("").get(block).text().lines().map(Shape::of).toList());
  }

  private Ended run(String... arguments) {
    try (SampleProcess process = start(arguments)) {
      return process.end();
    }
  }

  private SampleProcess start(String... arguments) {
    return SampleProcess.start(
        Stream.concat(
                Stream.of(
                    "quickstart", "--folder", folder.toString(), "--output", output.toString()),
                Arrays.stream(arguments))
            .toArray(String[]::new));
  }
}
