package dev.longhaul.processor.check;

import com.google.common.base.CharMatcher;
import dev.longhaul.processor.diagnostic.NameRule;
import dev.longhaul.processor.diagnostic.Place;
import dev.longhaul.processor.diagnostic.Report;
import dev.longhaul.processor.diagnostic.SettingRule;

/** Checks the names that are written in the annotation. */
final class NameCheck {
  private static final CharMatcher NOT_IN_KEYS = CharMatcher.whitespace().or(CharMatcher.is('.'));

  private NameCheck() {}

  /** A text that means what it says: no placeholder. */
  static void plain(String attribute, String text, Attributes attributes, Report report) {
    Place place = attributes.place(attribute);
    trimmed(attribute, text, place, report);
    if (PlaceholderCheck.isIn(text)) {
      report.add(SettingRule.PLACEHOLDER_NOT_HERE, place, attribute, text, attribute + " = \"…\"");
    }
  }

  static void key(String text, Attributes attributes, Report report) {
    plain("name", text, attributes, report);
    String stripped = text.strip();
    if (text.equals("default")) {
      report.add(NameRule.RESERVED, attributes.place("name"));
    } else if (!PlaceholderCheck.isIn(text) && NOT_IN_KEYS.matchesAnyOf(stripped)) {
      report.add(
          NameRule.NOT_A_KEY,
          attributes.place("name"),
          text,
          NOT_IN_KEYS.collapseFrom(NOT_IN_KEYS.trimFrom(text), '-'));
    }
  }

  static void trimmed(String attribute, String text, Place place, Report report) {
    if (text.isBlank()) {
      report.add(NameRule.BLANK, place, attribute);
    } else if (!text.equals(text.strip())) {
      report.add(NameRule.PADDED, place, attribute, text, text.strip());
    }
  }
}
