package dev.longhaul.docs.patterns;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies the files of a folder one after the other; the next attempt goes on where this one was.
 */
@AsyncActivityHandler(taskQueue = "files", heartbeatInterval = "10s")
final class CopyFolderHandler {

  @OnStart
  int start(String from, String to, ActivityContext activity) throws IOException {
    List<Path> files = files(Path.of(from)); // always in the same order
    int done = activity.lastHeartbeatDetails(Integer.class).orElse(0);
    while (done < files.size()) {
      activity.throwIfStopped();
      Path file = files.get(done);
      Files.copy(
          file,
          Path.of(to).resolve(file.getFileName()),
          StandardCopyOption.REPLACE_EXISTING); // of an attempt that died before its heartbeat
      done++;
      activity.heartbeat(done); // no call: it goes out with the next heartbeat
    }
    return done;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
