package dev.longhaul.api.options;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An API key, sent as {@code authorization: Bearer …} with every call. Thread-safe as far as its
 * supplier is; its text form does not show it.
 */
public sealed interface ApiKey {

  /**
   * A key that stays the same.
   *
   * @throws IllegalArgumentException as {@link Fixed}'s constructor
   */
  static Fixed of(String key) {
    return new Fixed(key);
  }

  /**
   * A key that is asked for before every call, so that it can be rotated. The supplier is called on
   * a callback thread and should answer from memory. If it throws, or gives no usable key, the call
   * fails like one to a server that is unavailable, and is tried again.
   */
  static Supplied suppliedBy(Supplier<? extends @Nullable String> supplier) {
    return new Supplied(supplier);
  }

  /** One key. */
  record Fixed(String key) implements ApiKey {
    /**
     * @throws IllegalArgumentException if it is empty or has characters that no header can carry
     */
    public Fixed {
      Checks.that(
          !key.isEmpty() && key.chars().allMatch(c -> c > ' ' && c < 127),
          "the API key, of "
              + key.length()
              + " characters, is empty or has blanks, line breaks or characters beyond ASCII; check"
              + " how it was copied, and cut a line break at its end");
    }

    /** That there is one. */
    @Override
    public String toString() {
      return "set";
    }
  }

  /** Whatever key there is at the moment. */
  record Supplied(Supplier<? extends @Nullable String> supplier) implements ApiKey {
    /** That there is one. */
    @Override
    public String toString() {
      return "supplied";
    }
  }
}
