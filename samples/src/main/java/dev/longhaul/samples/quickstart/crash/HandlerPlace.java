package dev.longhaul.samples.quickstart.crash;

import dev.longhaul.samples.quickstart.story.ActivityListener;
import dev.longhaul.samples.quickstart.story.ActivityRecord;
import dev.longhaul.samples.quickstart.story.Change;
import java.util.concurrent.CompletableFuture;

/** Where the handlers are. */
public interface HandlerPlace extends ActivityListener {

  /** Always there. */
  HandlerPlace THIS_PROCESS =
      new HandlerPlace() {
        @Override
        public CompletableFuture<Void> readyForCancellation() {
          return CompletableFuture.completedFuture(null);
        }

        @Override
        public void changed(ActivityRecord activity, Change change) {
          // It is all the same here.
        }
      };

  /** Completes when there is an attempt that can confirm a cancellation. */
  CompletableFuture<Void> readyForCancellation();
}
