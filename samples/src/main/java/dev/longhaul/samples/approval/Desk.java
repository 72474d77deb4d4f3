package dev.longhaul.samples.approval;

import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.StopRequest;
import dev.longhaul.samples.common.Story;
import java.util.concurrent.CompletableFuture;

/** Where questions wait for the person, with what to type. Thread-safe. */
final class Desk {
  private final LonghaulCommand command;
  private final Story story;
  private final CompletableFuture<FullActivityId> question = new CompletableFuture<>();

  Desk(LonghaulCommand command, Story story) {
    this.command = command;
    this.story = story;
  }

  /** Asks, and does not wait. */
  void ask(String purpose, int amount, FullActivityId activity) {
    story.tell(
        "May %s cost %d? In another terminal, say yes, or to less, with"
            .formatted(purpose, amount));
    story.say(LonghaulCommand.line(command.approve(activity, amount)));
    story.say("or no, with");
    story.say(LonghaulCommand.line(command.reject(activity, "too expensive")));
    question.complete(activity);
  }

  /** Nobody waits for the answer any more. */
  void withdraw(StopRequest why) {
    story.tell("The question is withdrawn: " + why.reason());
  }

  /** The activity that the first question is about, when it has been asked. */
  CompletableFuture<FullActivityId> question() {
    return question;
  }
}
