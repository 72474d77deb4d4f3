package dev.longhaul.runtime.internal.dispatch;

import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends stages of users. */
public final class Stages {
  private static final Logger LOG = LoggerFactory.getLogger(Stages.class);

  private Stages() {}

  /** Cancels the stage, if that is possible; its dependents, which are user code, run here. */
  public static void cancel(CompletionStage<?> stage) {
    try {
      stage.toCompletableFuture().cancel(true);
    } catch (UnsupportedOperationException e) {
      LOG.debug("a {} cannot be cancelled", stage.getClass().getName());
    }
  }
}
