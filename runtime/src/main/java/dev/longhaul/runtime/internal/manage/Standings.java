package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.InvalidTaskTokenException;
import dev.longhaul.api.NamespaceNotFoundException;
import dev.longhaul.runtime.internal.manage.ActivityServer.Standing;
import java.util.Objects;
import java.util.function.Consumer;

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
    new GatedCall<Standing>(
            false,
            attempt.age(),
            () -> () -> attempt.services().server().look(id),
            standing -> Limit.NONE,
            then)
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
