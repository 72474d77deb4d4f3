package dev.longhaul.samples.quickstart.desk;

import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.samples.common.Text;
import dev.longhaul.samples.quickstart.activities.Desk;
import dev.longhaul.samples.quickstart.archive.Archive;
import dev.longhaul.samples.quickstart.screen.Screen;
import dev.longhaul.samples.quickstart.workflow.Decision;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Decides by itself after a while, where there is nobody to ask. */
final class SelfDecidingDesk implements Desk {
  private final Decision decision;
  private final Duration delay;
  private final Executor later;
  private final Screen screen;
  private final AsyncCompletionClient activities;
  private final Set<FullActivityId> open = ConcurrentHashMap.newKeySet();

  SelfDecidingDesk(
      Decision decision, Duration delay, Screen screen, AsyncCompletionClient activities) {
    this.decision = decision;
    this.delay = delay;
    this.later = CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS);
    this.screen = screen;
    this.activities = activities;
  }

  @Override
  public void ask(FullActivityId activity, Archive archive) {
    if (open.add(activity)) {
      screen.ask(
          "%s %s in %s, by %s."
              .formatted(
                  Desks.question(archive),
                  decision.approved() ? "Yes" : "No",
                  Text.seconds(delay),
                  decision.by()));
      later.execute(() -> decide(activity));
    }
  }

  @Override
  public void withdraw(FullActivityId activity) {
    if (open.remove(activity)) {
      screen.answered();
    }
  }

  private void decide(FullActivityId activity) {
    if (open.remove(activity)) {
      screen.answered();
      activities.complete(activity, decision);
    }
  }
}
