package dev.longhaul.testing;

/** The calls of {@link FakeTemporalService}, to script faults for and to look up in its log. */
public enum Rpc {
  POLL,
  HEARTBEAT,
  HEARTBEAT_BY_ID,
  COMPLETE,
  COMPLETE_BY_ID,
  FAIL,
  FAIL_BY_ID,
  CANCEL,
  CANCEL_BY_ID,
  GET_SYSTEM_INFO,
  DESCRIBE_NAMESPACE,
  DESCRIBE_WORKFLOW_EXECUTION,
  DESCRIBE_ACTIVITY_EXECUTION,
  DESCRIBE_TASK_QUEUE,
  SHUTDOWN_WORKER
}
