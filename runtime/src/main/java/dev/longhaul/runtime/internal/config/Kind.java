package dev.longhaul.runtime.internal.config;

import java.util.function.Function;

/**
 * What values a setting takes. Immutable.
 *
 * @param name as the documentation calls it
 * @param range what is allowed of it
 * @param parse reads a value, or throws an {@link IllegalArgumentException} whose message quotes
 *     it, unless it may be a secret, and tells what to write
 * @param format writes a value as {@code parse} reads it; of a secret, that there is one
 */
record Kind<T>(String name, String range, Function<String, T> parse, Function<T, String> format) {

  /** The same, with nothing but what {@code range} says. */
  Kind<T> in(String newRange, Function<T, Boolean> allowed) {
    return new Kind<>(
        name,
        newRange,
        text -> {
          T value = parse.apply(text);
          if (!allowed.apply(value)) {
            throw new IllegalArgumentException(
                "\"" + text + "\" is out of range; write a " + name + " of " + newRange);
          }
          return value;
        },
        format);
  }

  /** A value as it is shown: the text as it would be written. */
  String shown(String text) {
    return format.apply(parse.apply(text));
  }
}
