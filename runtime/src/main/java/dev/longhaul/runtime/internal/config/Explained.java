package dev.longhaul.runtime.internal.config;

/**
 * A value in effect, and where it comes from. Immutable; shows no secret.
 *
 * @param key as in the file
 * @param value as it would be written; of a secret, that it is set
 * @param source such as {@code longhaul.yaml:3:15}, {@code TEMPORAL_ADDRESS} or {@code annotation}
 */
public record Explained(String key, String value, String source) {
  /** The source of what nobody set. */
  public static final String BUILT_IN = "built-in";

  /** The source of what code set. */
  public static final String CODE = "Java code";

  /** The source of what the annotation says. */
  public static final String ANNOTATION = "annotation";

  /** The source of what nobody set, and what follows from something else that is set. */
  static final String IMPLIED = "follows from others";

  /** The value of what has none. */
  static final String NONE = "none";
}
