package dev.longhaul.samples.quickstart.callback;

import dev.longhaul.api.FullActivityId;
import java.net.URI;

/**
 * Where to call back. The URL has the ids of the activity in it, which are no secret and name the
 * activity whatever attempt is current: a callback of work that outlives its attempt still counts.
 *
 * @param base the server's, with a path that ends in {@code /}
 */
public record CallbackAddress(URI base) {

  /** The URL to call when the activity's work is done. */
  public URI of(FullActivityId activity) {
    return base.resolve(activity.toText());
  }
}
