package dev.longhaul.processor;

import java.util.Optional;

/** {@code ${key:default}} in texts. */
final class Placeholders {
  private static final String START = "${";

  private Placeholders() {}

  static boolean isIn(String text) {
    return text.contains(START);
  }

  /** What is wrong with the placeholders of the text, if anything. */
  static Optional<String> mistake(String text) {
    int start = text.indexOf(START);
    while (start >= 0) {
      int end = text.indexOf('}', start);
      if (end < 0) {
        return Optional.of("a placeholder is not closed");
      }
      Optional<String> mistake = mistakeWithin(text.substring(start + START.length(), end));
      if (mistake.isPresent()) {
        return mistake;
      }
      start = text.indexOf(START, end);
    }
    return Optional.empty();
  }

  private static Optional<String> mistakeWithin(String content) {
    String key = content.contains(":") ? content.substring(0, content.indexOf(':')) : content;
    if (isIn(content)) {
      return Optional.of("a placeholder stands in another one");
    } else if (key.isEmpty()) {
      return Optional.of("a placeholder has no key");
    } else if (key.chars().anyMatch(Character::isWhitespace)) {
      return Optional.of("the key \"" + key + "\" has a space");
    }
    return Optional.empty();
  }
}
