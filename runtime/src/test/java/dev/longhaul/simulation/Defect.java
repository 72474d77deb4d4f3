package dev.longhaul.simulation;

import java.util.List;

/**
 * A mistake that the runtime could have, one at least for each rule: a few words of its source,
 * replaced. The rules that it breaks first depend on the course of events.
 */
enum Defect {
  SECOND_OUTCOME_IS_SENT(
      List.of(Rule.ONE_OUTCOME),
      edit(
          "manage/StateMachine",
          "if (!isOpen() && !isReleasing()) {",
          "if (state == ActivityState.ENDED || isReportUnderWay()) {"),
      edit(
          "manage/Transition",
          "ActivityState.REPORTING,\n      ActivityState.RUNNING,",
          "ActivityState.REPORTING, ActivityState.REPORTING, ActivityState.RUNNING,")),

  REPORT_IS_TRIED_ONCE(
      List.of(Rule.NO_OUTCOME_LOST), edit("manage/OutcomeReport", "dueAt = next;", "")),

  HOOK_DOES_NOT_LOOK_FOR_A_RESULT(
      List.of(Rule.NO_HOOK_WHILE_REPORTING),
      edit("dispatch/HandlerWork", "|| !started().managed().isWorkToEnd()", "")),

  HOOK_IS_NOT_CALLED_AFTER_THE_GRACE(
      List.of(Rule.STOP_HOOK_CALLED),
      edit(
          "manage/Attempt",
          "(state.isStopping() || stop.hasEndedAttempt())",
          "state.isStopping()")),

  BEATS_GO_ON(
      List.of(Rule.NO_BEAT_AFTER_END), edit("manage/StateMachine", "    heartbeats.stop();\n", "")),

  BEAT_BESIDE_A_REPORT(
      List.of(Rule.ONE_CALL_IN_FLIGHT),
      edit(
          "manage/Heartbeats",
          "if (isStopped() || attempt.isReportUnderWay()) {",
          "if (isStopped()) {"),
      edit(
          "manage/Heartbeats",
          "if (attempt.isReportUnderWay()) {\n      scheduleNext(); // the report",
          "if (false) {\n      scheduleNext(); // the report")),

  DETAILS_OF_THE_TASK_ARE_FORGOTTEN(
      List.of(Rule.DETAILS_KEPT),
      edit("manage/LastDetails", "this.details = details;", "this.details = null;")),

  FAILURE_BY_ID_IS_NOT_FENCED(
      List.of(Rule.FENCED),
      edit("manage/OutcomeReport", "possiblyApplied && couldHitTheNextAttempt()", "false")),

  NO_BEAT_AFTER_THE_FIRST(
      List.of(Rule.KEPT_ALIVE), edit("manage/Heartbeats", "scheduleAfter(sentAt);", "")),

  ACKNOWLEDGEMENTS_DO_NOT_COUNT(
      List.of(Rule.NOT_STOPPED_FOR_NOTHING), edit("manage/Deadlines", "aliveAt = sentAt;", "")),

  SAME_STOP_IS_TOLD_AGAIN(
      List.of(Rule.STOPPED_ONCE),
      edit("manage/StateMachine", " || !request.outranks(stopRequest())", "")),

  CANCELLATION_IS_BELIEVED(
      List.of(Rule.CANCELED_ONLY_IF_ASKED),
      edit(
          "manage/CancellationLook",
          "attempt.confirmed(reporter.acknowledged());",
          "attempt.conclude(reporter.outcome(), reporter.acknowledged());")),

  ENTRY_IS_KEPT(
      List.of(Rule.NOTHING_LEAKED),
      edit("manage/StateMachine", "effect(() -> shared().onEnded().accept(attempt));", "")),

  PERMIT_IS_KEPT(
      List.of(Rule.NOTHING_LEAKED),
      edit(
          "dispatch/HandlerWork",
          "public void ended() {\n    releasePermit();",
          "public void ended() {")),

  CALL_KEEPS_ITS_PLACE(
      List.of(Rule.NOTHING_LEAKED, Rule.NO_OUTCOME_LOST, Rule.KEPT_ALIVE),
      edit("manage/GatedCall", "attempt.effect(() -> gate.leave(ticket, Limit.NONE));", "")),

  FUTURE_IS_FORGOTTEN(
      List.of(Rule.NOTHING_LEAKED),
      edit("manage/StateMachine", "heartbeats.failFlushes(alreadyDecided());", "")),

  THREAD_IS_NOT_INTERRUPTED(
      List.of(Rule.NOTHING_LEAKED), edit("dispatch/HandlerWork", "run.interrupt();", "")),

  TRANSITION_IS_MISSING(
      List.of(Rule.NO_BUG),
      edit(
          "manage/Transition",
          "ActivityState.ENDED, ActivityState.RUNNING, ActivityState.STOPPING),",
          "ActivityState.ENDED, ActivityState.RUNNING),"));

  /**
   * @param file below the runtime's internal packages, without its ending
   */
  record Edit(String file, String text, String replacement) {}

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, which its type does not say
  private final List<Rule> breaks;

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Edit> edits;

  Defect(List<Rule> breaks, Edit... edits) {
    this.breaks = breaks;
    this.edits = List.of(edits);
  }

  private static Edit edit(String file, String text, String replacement) {
    return new Edit(file, text, replacement);
  }

  List<Rule> breaks() {
    return breaks;
  }

  List<Edit> edits() {
    return edits;
  }
}
