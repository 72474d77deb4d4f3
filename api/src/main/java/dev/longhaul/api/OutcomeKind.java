package dev.longhaul.api;

/** What is reported of an attempt. */
public enum OutcomeKind {
  COMPLETED,
  FAILED,
  CANCELED
}
