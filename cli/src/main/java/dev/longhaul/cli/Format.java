package dev.longhaul.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the outcome is told. */
enum Format {
  /** A line for people: what was done to the standard output, problems to the standard error. */
  TEXT,
  /** One JSON object to the standard output, whatever happens. */
  JSON;

  /** What arguments ask for that may be wrong otherwise. */
  static Format of(String... arguments) {
    List<String> written = Arrays.stream(arguments).map(a -> a.toLowerCase(Locale.ROOT)).toList();
    int option = written.indexOf("--output");
    boolean json =
        written.contains("--output=json")
            || (option >= 0
                && option + 1 < written.size()
                && written.get(option + 1).equals("json"));
    return json ? JSON : TEXT;
  }
}
