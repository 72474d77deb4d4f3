package dev.longhaul.samples.quickstart.crash;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.samples.quickstart.activities.ArchiveFolderHandler_AsyncActivityModule;
import dev.longhaul.samples.quickstart.archive.ArchiveClient;
import dev.longhaul.samples.quickstart.callback.CallbackAddress;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The main class of the doomed process. It has no other handler than that of {@code ArchiveFolder},
 * and lives until standard input ends, at the latest with its parent.
 */
final class HandlerProcess {
  private HandlerProcess() {}

  public static void main(String... arguments) throws IOException {
    HandlerArguments given = HandlerArguments.of(arguments);
    // Ctrl-C reaches this process too, but its parent decides when it is no longer needed.
    Runtime.getRuntime().addShutdownHook(new Thread(HandlerProcess::awaitEndOfInput));
    Injector injector =
        Guice.createInjector(
            LonghaulModule.forTarget(given.target())
                .namespace(given.namespace())
                .handler("ArchiveFolderHandler", handler -> handler.taskQueue(given.taskQueue())),
            new ArchiveFolderHandler_AsyncActivityModule(),
            new AbstractModule() {
              @Override
              protected void configure() {
                bind(ArchiveClient.class).toInstance(new ArchiveClient(given.service()));
                bind(CallbackAddress.class).toInstance(new CallbackAddress(given.callback()));
              }
            });
    LonghaulRuntime unused = injector.getInstance(LonghaulRuntime.class).start();
    awaitEndOfInput();
    Runtime.getRuntime().halt(0);
  }

  private static void awaitEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // Nobody says anything.
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
