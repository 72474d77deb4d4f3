package dev.longhaul.testing;

import java.util.regex.Pattern;

/** Wire enums as one would write them: without the type's name before the value's. */
final class Enums {
  private static final Pattern PREFIX =
      Pattern.compile(
          "(RETRY_STATE|TIMEOUT_TYPE|PENDING_ACTIVITY_STATE|WORKFLOW_EXECUTION_STATUS)_");

  private Enums() {}

  static String shortened(Enum<?> value) {
    return PREFIX.matcher(value.name()).replaceFirst("");
  }
}
