package dev.longhaul.api;

/** The activity was reset by an operator, and this attempt should end. */
public final class ActivityResetException extends ActivityStoppedException {
  ActivityResetException(StopRequest stopRequest) {
    super(stopRequest);
  }
}
