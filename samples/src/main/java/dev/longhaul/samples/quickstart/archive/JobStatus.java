package dev.longhaul.samples.quickstart.archive;

import dev.longhaul.samples.common.Json;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What the service says about a job: as an answer, and to whom it calls back.
 *
 * @param archive once it is {@link JobState#COMPLETED}
 * @param error once it is {@link JobState#FAILED}
 */
public record JobStatus(
    String id,
    JobState state,
    ArchiveProgress progress,
    @Nullable Archive archive,
    @Nullable String error) {

  /**
   * @throws IllegalArgumentException if it is completed and has no archive
   */
  public JobStatus {
    if (state == JobState.COMPLETED && archive == null) {
      throw new IllegalArgumentException("job " + id + " is completed, but has no archive");
    }
  }

  /**
   * Reads the body of a callback.
   *
   * @throws IOException if it is something else
   */
  public static JobStatus ofJson(byte[] json) throws IOException {
    return Json.read(json, JobStatus.class);
  }
}
