package dev.longhaul.samples.handoff;

import dev.longhaul.samples.common.Json;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What travels over the queue: an activity and its input.
 *
 * @param handOff as text; a secret
 */
record Errand(String handOff, Parcel parcel) {
  static Errand of(byte[] json) {
    try {
      return Json.read(json, Errand.class);
    } catch (IOException e) {
      throw new UncheckedIOException("the queue has something else than errands in it", e);
    }
  }

  byte[] toJson() {
    return Json.write(this);
  }

  /** The content alone. */
  @Override
  public String toString() {
    return "Errand[" + parcel.content() + "]";
  }
}
