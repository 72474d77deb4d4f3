package dev.longhaul.functional;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** A program of its own that knows a reference and completes the activity with "elsewhere". */
final class OtherProcess {
  private OtherProcess() {}

  /** The argument is the target; the reference, which may be a secret, comes on standard input. */
  public static void main(String... arguments) throws Exception {
    ActivityReference reference =
        ActivityReference.parse(new String(System.in.readAllBytes(), US_ASCII));
    try (LonghaulClient client = LonghaulClient.connect(LonghaulModule.forTarget(arguments[0]))) {
      client.complete(reference, "elsewhere").get(30, TimeUnit.SECONDS);
    }
  }

  /** Runs it and answers its exit code. */
  static int complete(String target, ActivityReference reference) {
    ProcessBuilder program =
        JavaProgram.of(OtherProcess.class, target)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      Process process = program.start();
      try (var input = process.getOutputStream()) {
        input.write(reference.toText().getBytes(US_ASCII));
      }
      return process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while the other process ran", e);
    }
  }
}
