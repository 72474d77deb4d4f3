package dev.longhaul.samples.quickstart.options;

import dev.longhaul.samples.common.DurationText;
import dev.longhaul.samples.common.ServerOptions;
import dev.longhaul.samples.quickstart.archive.ArchiveRequest;
import dev.longhaul.samples.quickstart.workflow.Decision;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the command line says, with what it leaves out filled in. Set by picocli. */
public final class QuickstartOptions {
  private static final Duration ARCHIVE_TIME = Duration.ofSeconds(5);

  /** Long enough for a process to die, for Temporal to notice and for another attempt to start. */
  private static final Duration ARCHIVE_TIME_WITH_A_CRASH = Duration.ofSeconds(12);

  private final Path project = Projects.rootAround(Path.of(""));

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      converter = ReadableFolder.class,
      description = "What to archive; by default this project's own sources.")
  private @Nullable Path folder;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description =
          "Where archive and report go; by default the folder \"archives\" of this project.")
  private @Nullable Path output;

  @Option(
      names = "--archive-time",
      paramLabel = "TIME",
      converter = DurationText.class,
      description =
          "How long the archive service takes at least, such as 5s, which is the default.")
  private @Nullable Duration archiveTime;

  @ArgGroup private @Nullable Answer answer;

  private static final class Answer {
    @Option(names = "--yes", description = "Approve by itself, also on a terminal.")
    private boolean yes;

    @Option(names = "--reject", description = "Reject by itself: the archive is discarded.")
    private boolean reject;
  }

  @Option(
      names = "--decide-after",
      paramLabel = "TIME",
      converter = DurationText.class,
      defaultValue = "3s",
      description = "When to decide by itself; by default ${DEFAULT-VALUE} after the question.")
  private Duration decideAfter = Duration.ZERO;

  @Option(
      names = "--cancel-after",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "Cancel the workflow after this time, such as 2s, and its first heartbeat.")
  private @Nullable Duration cancelAfter;

  @Option(
      names = "--crash-first-attempt",
      description = "Run the first attempt in a process of its own, and kill that process.")
  private boolean crashFirstAttempt;

  @Mixin private ServerOptions server = new ServerOptions();

  /** What to archive. */
  public ArchiveRequest request() {
    return folder == null
        ? ArchiveRequest.of(project.toString(), Projects.NOT_SOURCES_OF_THIS_PROJECT)
        : ArchiveRequest.of(folder.toString(), Projects.NOT_SOURCES);
  }

  public Path output() {
    return output == null ? project.resolve(Projects.ARCHIVES) : output;
  }

  public Duration archiveTime() {
    if (archiveTime != null) {
      return archiveTime;
    }
    return crashFirstAttempt ? ARCHIVE_TIME_WITH_A_CRASH : ARCHIVE_TIME;
  }

  /**
   * What is decided by itself.
   *
   * @param canAsk whether there is somebody to ask
   * @return empty if a person is to be asked
   */
  public Optional<Decision> decision(boolean canAsk) {
    if (answer != null) {
      return Optional.of(new Decision(answer.yes, answer.reject ? "--reject" : "--yes"));
    }
    return canAsk
        ? Optional.empty()
        : Optional.of(new Decision(true, "default, since there is no terminal to ask at"));
  }

  public Duration decideAfter() {
    return decideAfter;
  }

  public Optional<Duration> cancelAfter() {
    return Optional.ofNullable(cancelAfter);
  }

  public boolean crashFirstAttempt() {
    return crashFirstAttempt;
  }

  public ServerOptions server() {
    return server;
  }
}
