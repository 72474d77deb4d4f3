package dev.longhaul.api;

/** How much attention a failure deserves in logs and metrics; it changes nothing else. */
public enum FailureCategory {
  /** An ordinary failure. */
  UNSPECIFIED,
  /** Expected in normal operation, such as a polling attempt that found nothing yet. */
  BENIGN
}
