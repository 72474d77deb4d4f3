package dev.longhaul.runtime.internal.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads constants as people write them: {@code stop}, {@code STOP} and {@code by-form}. */
final class Constants {
  private Constants() {}

  /** Reads a constant of the type, or throws an {@link IllegalArgumentException}. */
  static <E extends Enum<E>> Function<String, E> of(Class<E> type) {
    return text ->
        Arrays.stream(type.getEnumConstants())
            .filter(constant -> written(constant).equals(normal(text)))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "\"" + text + "\" is not one of " + choices(type) + "; write one of them"));
  }

  private static String choices(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Constants::written)
        .collect(Collectors.joining(", "));
  }

  private static String written(Enum<?> constant) {
    return normal(constant.name());
  }

  private static String normal(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
