package dev.longhaul.api;

/** The activity was paused by an operator, and this attempt should end. */
public final class ActivityPausedException extends ActivityStoppedException {
  ActivityPausedException(StopRequest stopRequest) {
    super(stopRequest);
  }
}
