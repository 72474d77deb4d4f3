package dev.longhaul.samples.quickstart;

import dev.longhaul.samples.common.Text;
import dev.longhaul.samples.quickstart.activities.Waiting;
import dev.longhaul.samples.quickstart.archive.ArchiveProgress;
import dev.longhaul.samples.quickstart.story.Progress;
import dev.longhaul.samples.quickstart.story.ProgressReader;
import io.temporal.api.common.v1.Payloads;
import io.temporal.common.converter.DefaultDataConverter;
import java.util.Optional;
import java.util.OptionalDouble;

/** The heartbeat details that the handlers send. */
final class HeartbeatDetails implements ProgressReader {
  @Override
  public Progress read(String activityType, Payloads details) {
    return switch (activityType) {
      case "ArchiveFolder" -> of(value(details, ArchiveProgress.class));
      case "ApproveArchive" ->
          Progress.of("waits for a decision, " + value(details, Waiting.class).seconds() + " s");
      default -> Progress.of("at work");
    };
  }

  private static Progress of(ArchiveProgress progress) {
    String text =
        "%d of %d files, %s of %s"
            .formatted(
                progress.filesDone(),
                progress.filesTotal(),
                Text.bytes(progress.bytesDone()),
                Text.bytes(progress.bytesTotal()));
    double share = (double) progress.filesDone() / progress.filesTotal();
    return new Progress(text, OptionalDouble.of(share), Optional.of(progress.job()));
  }

  private static <T> T value(Payloads details, Class<T> type) {
    return DefaultDataConverter.STANDARD_INSTANCE.fromPayloads(0, Optional.of(details), type, type);
  }
}
