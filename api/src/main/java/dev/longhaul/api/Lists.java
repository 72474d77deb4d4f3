package dev.longhaul.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Unmodifiable lists that may hold null, as details may: {@link List#copyOf} refuses it. */
final class Lists {
  private Lists() {}

  static List<@Nullable Object> copyOf(@Nullable Object... values) {
    return Collections.unmodifiableList(new ArrayList<@Nullable Object>(Arrays.asList(values)));
  }
}
