package dev.longhaul.api;

/** Why there is, or is not, another attempt after a failure. */
public enum RetryState {
  /** Not told, or one that this version does not know. */
  UNSPECIFIED,
  /** There will be another attempt. */
  IN_PROGRESS,
  /** The failure says that there must not be one. */
  NON_RETRYABLE_FAILURE,
  /** The time of all attempts together was over. */
  TIMEOUT,
  /** It was the last one. */
  MAXIMUM_ATTEMPTS_REACHED,
  /** There was no policy to retry by. */
  RETRY_POLICY_NOT_SET,
  /** The server failed. */
  INTERNAL_SERVER_ERROR,
  /** Somebody had asked to cancel. */
  CANCEL_REQUESTED
}
