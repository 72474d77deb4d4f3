package dev.longhaul.runtime.internal.config;

import java.util.Optional;

/**
 * A value and where it stands. Its text form shows the place alone: the value may be a secret.
 *
 * @param place such as {@code TEMPORAL_ADDRESS} or {@code longhaul.yaml:3:15}
 * @param name for messages: the place, with the key if the place does not tell it
 */
record Found(String value, String place, String name) {

  Found(String value, String place) {
    this(value, place, place);
  }

  /** Whether it only takes away what lower sources say. */
  boolean isEmpty() {
    return value.isEmpty();
  }

  /** The value; empty if it is wrong, which whoever read the source tells. */
  <T> Optional<T> read(Setting<T> setting) {
    try {
      return Optional.of(setting.read(value));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
