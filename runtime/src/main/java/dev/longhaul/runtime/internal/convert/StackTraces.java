package dev.longhaul.runtime.internal.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Stack traces as text and back, a line for each element, as the official Java SDK has them. */
final class StackTraces {
  /** Whoever called the handler: what is below says nothing about the failure. */
  private static final String CALLER = "dev.longhaul.runtime.internal.dispatch.";

  private static final String NATIVE = "Native Method";
  private static final int NATIVE_LINE = -2;
  private static final String UNKNOWN = "Unknown Source";

  private StackTraces() {}

  /** The stack trace down to the call of the handler. */
  static String text(Throwable thrown) {
    StringJoiner lines = new StringJoiner("\n");
    for (StackTraceElement element : thrown.getStackTrace()) {
      lines.add(element.toString());
      if (element.getClassName().startsWith(CALLER)) {
        break;
      }
    }
    return lines.toString();
  }

  /** The elements of a text from Java; lines that are none are left out. */
  static StackTraceElement[] parse(String text) {
    List<StackTraceElement> elements = new ArrayList<>();
    text.lines()
        .forEach(
            line -> {
              StackTraceElement element = element(line.strip());
              if (element != null) {
                elements.add(element);
              }
            });
    return elements.toArray(StackTraceElement[]::new);
  }

  private static @Nullable StackTraceElement element(String line) {
    int open = line.lastIndexOf('(');
    int dot = line.lastIndexOf('.', open);
    if (open < 0 || dot <= 0 || !line.endsWith(")")) {
      return null;
    }
    String type = line.substring(0, dot);
    String method = line.substring(dot + 1, open);
    String place = line.substring(open + 1, line.length() - 1);
    if (place.equals(NATIVE)) {
      return new StackTraceElement(type, method, null, NATIVE_LINE);
    }
    int colon = place.lastIndexOf(':');
    String file = colon < 0 ? place : place.substring(0, colon);
    return new StackTraceElement(
        type, method, file.equals(UNKNOWN) ? null : file, number(place, colon));
  }

  private static int number(String place, int colon) {
    try {
      return colon < 0 ? -1 : Integer.parseInt(place.substring(colon + 1));
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
