package dev.longhaul.simulation;

/** What the simulation watches over. */
enum Rule {
  /** At most one outcome for each attempt: sent, accepted, and acknowledged to whoever reported. */
  ONE_OUTCOME,
  /** No outcome is lost while the server can be reached within the activity's timeouts. */
  NO_OUTCOME_LOST,
  /** No work is asked to end once its result is on its way, and no hook is called twice. */
  NO_HOOK_WHILE_REPORTING,
  /** The hook that ends the work is called if the attempt ends without a result of the work. */
  STOP_HOOK_CALLED,
  /** No heartbeat after the server acknowledged the end. */
  NO_BEAT_AFTER_END,
  /** At most one call of a kind in flight for each attempt, and no heartbeat beside a report. */
  ONE_CALL_IN_FLIGHT,
  /** No heartbeat erases the details that the server has. */
  DETAILS_KEPT,
  /** By ids, a failure or a cancellation is tried again only after a look at the attempt. */
  FENCED,
  /** No activity times out for want of heartbeats while its process and the network are well. */
  KEPT_ALIVE,
  /** No work is stopped as timed out or gone while the server waits for it and can be reached. */
  NOT_STOPPED_FOR_NOTHING,
  /** Stop requests come in the order of their ranks, each kind once. */
  STOPPED_ONCE,
  /** A cancellation is reported only if the workflow asked for it. */
  CANCELED_ONLY_IF_ASKED,
  /** No entry, permit, call, timer task, thread or future is left when there is nothing to do. */
  NOTHING_LEAKED,
  /** Nothing is logged as an error, and no task throws. */
  NO_BUG
}
