package dev.longhaul.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method that works on several activities at once, in place of {@link OnStart}. An activity has
 * exactly one input; those that arrive are gathered, and the method gets them as a list. Its
 * signature decides how they complete:
 *
 * <ul>
 *   <li><b>blocking</b>: {@code List<Outcome<R>> run(List<BatchItem<I>> items)}; may block;
 *   <li><b>stage</b>: {@code CompletionStage<List<Outcome<R>>> run(List<BatchItem<I>> items)};
 *   <li><b>external</b>: {@code void run(List<PendingBatchItem<I, R>> items)}; each item is
 *       completed by itself, by anyone, here or in another process.
 * </ul>
 *
 * <p>The outcomes are in the order of the items, one for each. All items settle independently of
 * each other. If the method throws, or its stage fails, each item that has no outcome yet fails
 * with that; a list of another length fails all retryably, and a null in it fails its item so.
 *
 * <p>Unlike with {@code @OnStart}, there is one instance of the handler in a runtime: it is taken
 * from Guice when the runtime starts, and serves all batches. With more than one of {@link
 * #parallelBatches}, and with hooks, which are called for each item, it must be thread-safe.
 *
 * <p>Items are heartbeated from their receipt, while they wait too. One that is asked to stop while
 * it waits leaves the queue and ends, and nothing is called for it; one that is in a batch stays in
 * it, and its outcome counts as that of a single activity would. The thread of a blocking batch is
 * interrupted, or its stage cancelled, only when every item of it is to end.
 *
 * <p>The attributes can be overridden where the runtime is configured.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnBatch {

  /**
   * So many items at most. The handler must be allowed to have as many activities at once: see
   * {@link AsyncActivityHandler#maxConcurrent} and {@link AsyncActivityHandler#maxOutstanding}.
   */
  int maxSize() default 10;

  /** How long the first item waits for others; then the batch starts with those that came. */
  String maxWait() default "5s";

  /**
   * So many batches at most are worked on at the same time; of the external form, so many calls of
   * the method.
   */
  int parallelBatches() default 1;
}
