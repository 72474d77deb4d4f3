package dev.longhaul.benchmarks.soak.server;

/** Who completes an activity, and how. */
public enum Form {
  BLOCKING("SoakBlocking"),
  STAGE("SoakStage"),
  EXTERNAL("SoakExternal"),
  /** Another client completes it by its task token. */
  CLIENT_BY_TOKEN("SoakClient"),
  /** Another client completes it by its ids. */
  CLIENT_BY_ID("SoakClient");

  private final String activityType;

  Form(String activityType) {
    this.activityType = activityType;
  }

  /** The type that its handler serves. */
  public String activityType() {
    return activityType;
  }

  /** Whether another client completes it. */
  public boolean isOfClient() {
    return activityType.equals("SoakClient");
  }
}
