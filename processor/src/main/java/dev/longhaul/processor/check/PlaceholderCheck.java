package dev.longhaul.processor.check;

import dev.longhaul.processor.diagnostic.Place;
import dev.longhaul.processor.diagnostic.Report;
import dev.longhaul.processor.diagnostic.SettingRule;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ${key:default}} in the name of a task queue. */
final class PlaceholderCheck {
  private static final String START = "${";
  private static final Pattern WELL_FORMED = Pattern.compile("\\$\\{([^:{}]+)(?::([^{}]*))?}");
  // The ways in which shells, templates and other frameworks write one.
  private static final Pattern LOOK_ALIKE =
      Pattern.compile(
          "[#$%@]\\(([\\w.:-]+)\\)|[#%@]?\\{+([\\w.:-]+)}+|\\$([A-Za-z][\\w.]*)|%(\\w+)%");

  private PlaceholderCheck() {}

  static boolean isIn(String text) {
    return text.contains(START);
  }

  static void check(String text, Place place, Report report) {
    Optional<String> mistake = mistake(text);
    if (mistake.isPresent()) {
      report.add(
          SettingRule.MALFORMED_PLACEHOLDER,
          place,
          text,
          mistake.get(),
          "taskQueue = \"${key}\" or \"${key:default}\"");
    } else if (isIn(text)) {
      checkDefaults(text, place, report);
    } else {
      checkLookAlike(text, place, report);
    }
  }

  /** What is wrong with the placeholders of the text, if anything. */
  private static Optional<String> mistake(String text) {
    for (int start = text.indexOf(START); start >= 0; ) {
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
    if (content.contains("{")) {
      return Optional.of("a placeholder stands in another one");
    } else if (key.isEmpty()) {
      return Optional.of("a placeholder has no key");
    } else if (key.chars().anyMatch(Character::isWhitespace)) {
      return Optional.of("the key \"" + key + "\" has a space");
    }
    return Optional.empty();
  }

  // With each default put in, the name must be one that could have been written without
  // placeholder.
  private static void checkDefaults(String text, Place place, Report report) {
    for (MatchResult placeholder : WELL_FORMED.matcher(text).results().toList()) {
      String value = placeholder.group(2);
      if (value == null) {
        continue;
      }
      String name =
          text.substring(0, placeholder.start()) + value + text.substring(placeholder.end());
      boolean blank = name.isBlank();
      if (blank || !name.equals(name.strip())) {
        report.add(
            SettingRule.WRONG_DEFAULT,
            place,
            text,
            value,
            blank ? "is blank" : "has space around it",
            "taskQueue = \""
                + text.substring(0, placeholder.start()).stripLeading()
                + START
                + placeholder.group(1)
                + (value.isBlank() ? "" : ":" + value.strip())
                + "}"
                + text.substring(placeholder.end()).stripTrailing()
                + "\"");
      }
    }
  }

  private static void checkLookAlike(String text, Place place, Report report) {
    Matcher found = LOOK_ALIKE.matcher(text);
    if (found.find()) {
      String fixed = found.replaceAll(one -> Matcher.quoteReplacement(START + content(one) + "}"));
      report.add(SettingRule.LOOKS_LIKE_PLACEHOLDER, place, text, fixed);
    }
  }

  private static String content(MatchResult found) {
    for (int group = 1; group <= found.groupCount(); group++) {
      if (found.group(group) != null) {
        return found.group(group);
      }
    }
    return "key";
  }
}
