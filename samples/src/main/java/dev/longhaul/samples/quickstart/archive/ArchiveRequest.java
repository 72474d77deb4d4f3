package dev.longhaul.samples.quickstart.archive;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to archive: the body of {@code POST /jobs}.
 *
 * @param folder an absolute path; all regular files below it go into the archive
 * @param skip names of files and folders that are left out, wherever they are
 * @param callback where the service POSTs the job's {@link JobStatus} when it has ended; may be
 *     left out
 */
public record ArchiveRequest(String folder, List<String> skip, @Nullable URI callback) {
  public ArchiveRequest {
    skip = List.copyOf(skip);
  }

  /** Without a callback. */
  public static ArchiveRequest of(String folder, List<String> skip) {
    return new ArchiveRequest(folder, skip, null);
  }

  /** The same, and the service calls back. */
  public ArchiveRequest callingBack(URI url) {
    return new ArchiveRequest(folder, skip, url);
  }
}
