package dev.longhaul.simulation;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.runtime.internal.manage.ActivityServer;
import dev.longhaul.runtime.internal.manage.Answer;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Looks at every call of a manager, and holds it to the rules. */
final class Watch implements ActivityServer {
  private final World world;
  private final Rules rules;
  private final Book book;
  private final Network network;

  Watch(World world, Rules rules, Book book, Network network) {
    this.world = world;
    this.rules = rules;
    this.book = book;
    this.network = network;
  }

  @Override
  public CompletableFuture<Answer> heartbeat(
      ActivityReference activity, @Nullable Bytes details, Duration limit) {
    Entry entry = book.entry(activity);
    world.note(2 * entry.number);
    trace(entry, "heartbeat, details " + details);
    require(!entry.endAcknowledged, Rule.NO_BEAT_AFTER_END, entry, "beats after its end");
    require(entry.heartbeatsInFlight == 0, Rule.ONE_CALL_IN_FLIGHT, entry, "beats twice at once");
    require(entry.reportsInFlight == 0, Rule.ONE_CALL_IN_FLIGHT, entry, "beats beside a report");
    require(details != null || !entry.hasDetails, Rule.DETAILS_KEPT, entry, "erases details");
    entry.hasDetails |= details != null;
    entry.heartbeatsInFlight++;
    return network
        .heartbeat(activity, details, limit)
        .thenApply(
            answer -> {
              entry.heartbeatsInFlight--;
              trace(entry, "heartbeat is answered " + answer);
              return answer;
            });
  }

  @Override
  public CompletableFuture<Answer> report(
      ActivityReference activity, EncodedOutcome outcome, @Nullable Bytes lastDetails) {
    Entry entry = book.entry(activity);
    world.note(2 * entry.number + 1);
    trace(entry, "report " + outcome);
    require(entry.reportsInFlight == 0, Rule.ONE_CALL_IN_FLIGHT, entry, "reports twice at once");
    require(!entry.endAcknowledged, Rule.ONE_OUTCOME, entry, "reports again after its end");
    require(
        entry.sent == null || entry.sent == outcome,
        Rule.ONE_OUTCOME,
        entry,
        "reports " + outcome + " after " + entry.sent);
    require(
        !entry.askedToEndWhileReporting || Answers.isOfStop(outcome),
        Rule.NO_HOOK_WHILE_REPORTING,
        entry,
        "was asked to end when its result was decided");
    require(isFenced(entry, outcome), Rule.FENCED, entry, "reports again without a look");
    entry.sent = outcome;
    entry.reportsInFlight++;
    return network
        .report(activity, outcome, lastDetails)
        .thenApply(answer -> reported(entry, answer));
  }

  private static boolean isFenced(Entry entry, EncodedOutcome outcome) {
    return !entry.reportWasUnclear
        || entry.reference instanceof TaskToken
        || outcome instanceof EncodedOutcome.Completed;
  }

  private Answer reported(Entry entry, Answer answer) {
    trace(entry, "report is answered " + answer);
    entry.reportsInFlight--;
    entry.endAcknowledged |= answer instanceof Answer.Acknowledged;
    entry.reportWasUnclear |=
        answer instanceof Answer.TryAgain again && !again.certainlyNotApplied();
    return answer;
  }

  @Override
  public CompletableFuture<Standing> look(FullActivityId id) {
    Entry entry = book.entry(id);
    return network
        .look(id)
        .thenApply(
            standing -> {
              trace(entry, "look is answered " + standing);
              boolean same =
                  standing instanceof Standing.Pending pending
                      && pending.attempt() == entry.start.attempt;
              entry.reportWasUnclear &= !same;
              return standing;
            });
  }

  @Override
  public CompletableFuture<Boolean> wasReported(FullActivityId id) {
    return network.wasReported(id);
  }

  private void trace(Entry entry, String what) {
    world.trace(entry.start.activity, () -> "entry " + entry.number + ": " + what);
  }

  private void require(boolean held, Rule rule, Entry entry, String whatElse) {
    rules.require(held, rule, entry, whatElse);
  }
}
