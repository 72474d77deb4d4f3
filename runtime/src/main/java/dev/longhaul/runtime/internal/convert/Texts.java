package dev.longhaul.runtime.internal.convert;

/** Texts that come from outside and may be of any length. */
public final class Texts {
  private static final int LONGEST_NAME = 200;

  private Texts() {}

  /** A name, short enough for a message. */
  static String cut(String name) {
    return cut(name, LONGEST_NAME);
  }

  /** The text, or so many of its first characters and a mark. */
  public static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + " […]";
  }
}
