package dev.longhaul.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The activity was cancelled. Thrown by a handler it confirms the cancellation, with details: see
 * {@link StopRequest#cancelled}.
 */
public final class ActivityCancelledException extends ActivityStoppedException {
  private final transient List<@Nullable Object> details;

  ActivityCancelledException(StopRequest stopRequest, @Nullable Object... details) {
    super(stopRequest);
    this.details = Lists.copyOf(details);
  }

  /** The details of the cancellation; unmodifiable, may hold {@code null}. */
  public List<@Nullable Object> details() {
    return details;
  }
}
