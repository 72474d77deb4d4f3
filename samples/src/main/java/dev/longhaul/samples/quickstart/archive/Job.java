package dev.longhaul.samples.quickstart.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One folder to archive, from its acceptance to its end. Thread-safe. */
final class Job implements Runnable {
  private final String id = UUID.randomUUID().toString().substring(0, 8);
  private final StopSignal stop = new StopSignal();
  private final CompletableFuture<JobStatus> end = new CompletableFuture<>();

  /** Who sets it ends the job: the worker that runs it, or a deletion before any worker did. */
  private final AtomicBoolean claimed = new AtomicBoolean();

  private final ArchiveRequest request;
  private final SourceFolder source;
  private final ArchiveWriter writer;
  private final Path target;
  private final Duration leastTime;

  Job(ArchiveRequest request, SourceFolder source, Path output, Duration leastTime) {
    this.request = request;
    this.source = source;
    this.writer = new ArchiveWriter(id, source, stop);
    this.target = output.resolve(source.name() + "-" + id + ".zip");
    this.leastTime = leastTime;
  }

  String id() {
    return id;
  }

  ArchiveRequest request() {
    return request;
  }

  JobStatus status() {
    return end.getNow(status(JobState.RUNNING, null, null));
  }

  /** Completes with the last status, however the job ends; never fails. */
  CompletableFuture<JobStatus> end() {
    return end.copy();
  }

  @Override
  public void run() {
    if (claimed.compareAndSet(false, true)) {
      end.complete(work());
    }
  }

  /** Ends the work if it goes on, and deletes the job's files. */
  CompletableFuture<Void> delete() {
    stop.stop();
    if (claimed.compareAndSet(false, true)) {
      end.complete(status(JobState.DELETED, null, null));
    }
    return end.thenAccept(
        last -> {
          if (last.archive() != null) {
            deleteArchive();
          }
        });
  }

  private JobStatus work() {
    try {
      return status(JobState.COMPLETED, writer.write(target, new Pace(leastTime)), null);
    } catch (JobStoppedException e) {
      return status(JobState.DELETED, null, null);
    } catch (IOException | RuntimeException e) {
      return status(JobState.FAILED, null, e.toString());
    }
  }

  private void deleteArchive() {
    try {
      Files.deleteIfExists(target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JobStatus status(JobState state, @Nullable Archive archive, @Nullable String error) {
    return new JobStatus(id, state, progress(), archive, error);
  }

  private ArchiveProgress progress() {
    return new ArchiveProgress(
        id, writer.filesDone(), source.files().size(), writer.bytesDone(), source.bytes());
  }
}
