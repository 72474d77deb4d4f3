package dev.longhaul.samples.quickstart;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.util.Modules;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.samples.quickstart.activities.ApproveArchiveHandler_AsyncActivityModule;
import dev.longhaul.samples.quickstart.activities.ArchiveFolderHandler_AsyncActivityModule;
import dev.longhaul.samples.quickstart.activities.DiscardArchiveHandler_AsyncActivityModule;
import dev.longhaul.samples.quickstart.activities.PublishReportHandler_AsyncActivityModule;
import dev.longhaul.samples.quickstart.callback.CallbackServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Longhaul's side in this process: the handlers, and the server for callbacks, which needs none of
 * them.
 */
final class Longhaul implements AutoCloseable {
  /** By hand: {@code AsyncActivities.discover()} would find those of the other samples, too. */
  private static final List<AsyncActivityModule<?>> HANDLERS =
      List.of(
          new ArchiveFolderHandler_AsyncActivityModule(),
          new ApproveArchiveHandler_AsyncActivityModule(),
          new PublishReportHandler_AsyncActivityModule(),
          new DiscardArchiveHandler_AsyncActivityModule());

  /** No workflow is open any more when the runtime closes, so no poll can lose a task. */
  private static final RuntimeOptions OPTIONS =
      RuntimeOptions.defaults().toBuilder().pollDrain(Duration.ZERO).build();

  private final LonghaulRuntime runtime;
  private final CallbackServer callbacks;

  private Longhaul(LonghaulRuntime runtime, CallbackServer callbacks) {
    this.runtime = runtime;
    this.callbacks = callbacks;
  }

  /**
   * Receives callbacks from now on, but works on no activity yet.
   *
   * @param taskQueue of this run alone, so that a server may have several runs at once
   */
  static Longhaul open(
      String target, String namespace, String taskQueue, HandlersModule collaborators) {
    LonghaulModule longhaul =
        LonghaulModule.forTarget(target).namespace(namespace).options(OPTIONS);
    for (AsyncActivityModule<?> handler : HANDLERS) {
      longhaul =
          longhaul.handler(
              handler.handlerType().getSimpleName(), settings -> settings.taskQueue(taskQueue));
    }
    Injector injector = Guice.createInjector(longhaul, Modules.combine(HANDLERS), collaborators);
    return new Longhaul(
        injector.getInstance(LonghaulRuntime.class), injector.getInstance(CallbackServer.class));
  }

  /** Works on activities from now on; more than once changes nothing. */
  void startHandlers() {
    runtime.start();
  }

  /** The base of the URLs to call back. */
  URI callbacks() {
    return callbacks.address().base();
  }

  @Override
  public void close() {
    callbacks.close();
    runtime.close();
  }
}
