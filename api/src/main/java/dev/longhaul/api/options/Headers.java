package dev.longhaul.api.options;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be a header of ours, and what is one already. */
final class Headers {
  static final String AUTHORIZATION = "authorization";

  private static final Pattern NAME = Pattern.compile("[0-9a-z_.-]+");
  private static final Pattern VALUE = Pattern.compile("[ -~]*");
  private static final Set<String> OURS =
      Set.of("temporal-namespace", "client-name", "client-version", "content-type", "te");

  private Headers() {}

  /**
   * @throws IllegalArgumentException with the name, never the value, of what cannot be sent
   */
  static void check(Map<String, String> headers) {
    headers.forEach(Headers::check);
  }

  private static void check(String name, String value) {
    Checks.that(
        NAME.matcher(name).matches(),
        "the header \""
            + name
            + "\" has no name that HTTP/2 allows; use lower-case letters, digits, and . _ -"
            + suggestion(name));
    Checks.that(
        !name.endsWith("-bin"),
        "the header \"" + name + "\" ends in -bin, which gRPC keeps for bytes; only text is sent");
    Checks.that(
        !OURS.contains(name) && !name.startsWith("grpc-"),
        "the header \"" + name + "\" is set by the connection itself; leave it out");
    Checks.that(
        VALUE.matcher(value).matches(),
        "the value of the header \"" + name + "\" has characters beyond printable ASCII");
  }

  private static String suggestion(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return NAME.matcher(lower).matches() ? ": \"" + lower + "\"" : "";
  }
}
