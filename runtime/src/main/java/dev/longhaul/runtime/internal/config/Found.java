package dev.longhaul.runtime.internal.config;

/**
 * A value and where it stands. Its text form shows the place alone: the value may be a secret.
 *
 * @param place for messages, such as {@code TEMPORAL_ADDRESS}
 */
record Found(String value, String place) {
  @Override
  public String toString() {
    return place;
  }
}
