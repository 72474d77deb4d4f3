package dev.longhaul.api;

/** Work was asked to stop; {@link #stopRequest} tells why. */
public class ActivityStoppedException extends RuntimeException {
  private final transient StopRequest stopRequest;

  ActivityStoppedException(StopRequest stopRequest) {
    super("activity was asked to stop: " + stopRequest);
    this.stopRequest = stopRequest;
  }

  /** Why. */
  public StopRequest stopRequest() {
    return stopRequest;
  }
}
