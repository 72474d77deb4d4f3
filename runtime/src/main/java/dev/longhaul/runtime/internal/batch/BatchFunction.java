package dev.longhaul.runtime.internal.batch;

import dev.longhaul.api.BatchItem;
import dev.longhaul.api.Outcome;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The handler of a processor, which has no annotations: the function that works on a batch. */
record BatchFunction<I, R>(
    Function<List<BatchItem<I>>, ? extends CompletionStage<List<Outcome<R>>>> work) {

  CompletionStage<List<Outcome<R>>> apply(List<BatchItem<I>> items) {
    return work.apply(items);
  }
}
