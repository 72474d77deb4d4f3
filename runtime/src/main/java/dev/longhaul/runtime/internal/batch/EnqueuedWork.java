package dev.longhaul.runtime.internal.batch;

import dev.longhaul.api.ProcessingOptions;
import dev.longhaul.runtime.internal.dispatch.Station;
import dev.longhaul.runtime.internal.manage.ActivityTask;
import org.jspecify.annotations.Nullable;

/** The work of an attempt that was received elsewhere, with the input that came with it. */
final class EnqueuedWork<I, R> extends BatchedWork<BatchFunction<I, R>> {
  private final @Nullable I input;
  private final ProcessingOptions options;
  private final Runnable onEnd;

  EnqueuedWork(
      Station<BatchFunction<I, R>> station,
      Line<BatchFunction<I, R>> line,
      @Nullable I input,
      ProcessingOptions options,
      Runnable onEnd) {
    super(station, null, null, line);
    this.input = input;
    this.options = options;
    this.onEnd = onEnd;
  }

  @Override
  protected void begin(ActivityTask task) {
    if (options.onStop() != null) {
      started().onStop(options.onStop());
    }
    if (options.onPause() != null) {
      started().onPause(options.onPause());
    }
    join(input);
  }

  // Whoever received the activity may do so.
  @Override
  public boolean completesElsewhere() {
    return true;
  }

  @Override
  public void ended() {
    super.ended();
    onEnd.run();
  }
}
