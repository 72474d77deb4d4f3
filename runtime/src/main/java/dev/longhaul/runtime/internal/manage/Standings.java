package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.InvalidTaskTokenException;
import dev.longhaul.api.NamespaceNotFoundException;
import dev.longhaul.runtime.internal.manage.ActivityServer.Standing;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What becomes of an attempt that the server does not find. That may mean gone, completed by
 * somebody else, or a token that a reset made invalid: the server tells them apart only when it is
 * asked about the workflow. Every method is called within a decision of the attempt's {@link
 * Steps}.
 */
final class Standings {
  private Standings() {}

  /** Whether no call on the attempt can ever succeed after this refusal. */
  static boolean isFinal(ActivityCompletionException why) {
    return why instanceof ActivityNotFoundException
        || why instanceof InvalidTaskTokenException
        || why instanceof NamespaceNotFoundException;
  }

  /** Asks the server how an activity with known ids stands; the answer comes within a decision. */
  static void look(StateMachine attempt, Consumer<Standing> then) {
    FullActivityId id = Objects.requireNonNull(attempt.task().id());
    ask(
        attempt,
        server -> server.look(id),
        standing -> {
          if (!attempt.work().completesElsewhere()) {
            then.accept(standing);
          } else if (standing instanceof Standing.WorkflowClosed) {
            lookBack(attempt, id, standing, then);
          } else if (standing instanceof Standing.NotPending
              && attempt.deadlines().isTimeOverOnServer()) {
            lookBack(attempt, id, new Standing.TimedOut(), then);
          } else {
            then.accept(standing);
          }
        });
  }

  // Whoever completes an activity elsewhere often lets its workflow end by that, before the next
  // heartbeat, or does so in the last moment: then there is nothing to be stopped. But if nobody
  // has reported on it, there is. An open workflow's history has a report only when the workflow
  // has gone on, so nobody asks there before a timeout may have passed.
  private static void lookBack(
      StateMachine attempt, FullActivityId id, Standing unlessReported, Consumer<Standing> then) {
    ask(
        attempt,
        server -> server.wasReported(id),
        reported -> then.accept(reported ? new Standing.NotPending() : unlessReported));
  }

  private static <A> void ask(
      StateMachine attempt,
      Function<ActivityServer, CompletableFuture<A>> question,
      Consumer<A> answered) {
    new GatedCall<A>(
            false,
            attempt.age(),
            () -> () -> question.apply(attempt.services().server()),
            answer -> Limit.NONE,
            answered)
        .begin(attempt);
  }

  /** Ends or stops the attempt if the server no longer waits for it; otherwise answers true. */
  static boolean staysOpen(
      StateMachine attempt, Standing standing, ActivityCompletionException why) {
    int own = attempt.task().attempt();
    if (standing instanceof Standing.Pending pending) {
      if (own != 0 && pending.attempt() != own) {
        attempt.gone(
            pending.attempt() < own
                ? "the activity was reset: its attempt " + pending.attempt() + " is current now"
                : "attempt " + pending.attempt() + " of the activity is current now");
        return false;
      }
    } else if (standing instanceof Standing.WorkflowClosed) {
      attempt.gone("its workflow is closed");
      return false;
    } else if (standing instanceof Standing.TimedOut) {
      attempt.deadlines().passedOnServer();
      return false;
    } else if (standing instanceof Standing.NotPending) {
      if (attempt.work().completesElsewhere()) {
        attempt.closedElsewhere(why);
      } else {
        attempt.gone("the activity is closed on the server");
      }
      return false;
    }
    attempt.deadlines().doubted();
    return true;
  }
}
