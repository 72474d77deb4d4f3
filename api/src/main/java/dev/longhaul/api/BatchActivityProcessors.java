package dev.longhaul.api;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Makes batch processors; injected where the {@link LongRunningActivityManager} is. Thread-safe.
 *
 * <p>Not for implementation by users: methods will be added.
 */
public interface BatchActivityProcessors {

  /**
   * A processor, to be closed when nothing more is to be enqueued. When the runtime closes, what
   * waits is started at once, as with {@link BatchActivityProcessor#drain}.
   *
   * @param options how each activity is looked after; heartbeats of those that wait go without
   *     {@link ProcessingOptions#heartbeatDetails}
   * @param batches how activities are gathered
   * @param work works on a batch: its outcomes are in the order of the items, one for each. Called
   *     on the callback executor, so it must not block. What it throws, and a stage that fails,
   *     fails each item that has no outcome; a list of another length fails all retryably.
   */
  <I, R> BatchActivityProcessor<I, R> create(
      ProcessingOptions options,
      BatchOptions batches,
      Function<List<BatchItem<I>>, ? extends CompletionStage<List<Outcome<R>>>> work);
}
