package dev.longhaul.runtime.internal.batch;

import dev.longhaul.api.BatchActivityProcessor;
import dev.longhaul.api.BatchActivityProcessors;
import dev.longhaul.api.BatchItem;
import dev.longhaul.api.BatchOptions;
import dev.longhaul.api.Outcome;
import dev.longhaul.api.ProcessingOptions;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.runtime.internal.dispatch.BatchPlan;
import dev.longhaul.runtime.internal.dispatch.BatchWorks;
import dev.longhaul.runtime.internal.dispatch.ConfiguredHandler;
import dev.longhaul.runtime.internal.dispatch.Station;
import dev.longhaul.runtime.internal.dispatch.Tools;
import dev.longhaul.runtime.internal.dispatch.Works;
import dev.longhaul.runtime.internal.manage.ActivityManager;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything of one runtime that is worked on in batches. Thread-safe. */
public final class Batches implements BatchWorks, BatchActivityProcessors {
  private final Tools tools;
  private final ActivityManager manager;
  private final List<Line<?>> lines = new CopyOnWriteArrayList<>();

  public Batches(Tools tools, ActivityManager manager) {
    this.tools = tools;
    this.manager = manager;
  }

  /**
   * The place where a handler's activities are gathered, with the one instance of it.
   *
   * @throws HandlerCreationException if that cannot be had
   */
  @Override
  public <H> Works<H> of(ConfiguredHandler<H> handler) {
    return line(handler.binding(), instance(handler.binding()), handler.batch());
  }

  private static <H> H instance(HandlerBinding<H> binding) {
    try {
      return binding.provider().get();
    } catch (RuntimeException e) {
      throw new HandlerCreationException(binding, e);
    }
  }

  @Override
  public <I, R> BatchActivityProcessor<I, R> create(
      ProcessingOptions options,
      BatchOptions batches,
      Function<List<BatchItem<I>>, ? extends CompletionStage<List<Outcome<R>>>> work) {
    BatchFunction<I, R> function = new BatchFunction<>(work);
    BatchPlan plan = new BatchPlan(batches.maxSize(), batches.maxWait(), batches.parallelBatches());
    ConfiguredHandler<BatchFunction<I, R>> handler = handler(options, plan, function);
    Line<BatchFunction<I, R>> line = line(handler.binding(), function, plan);
    return new Processor<>(
        manager,
        options,
        batches.capacity(),
        new Station<>(handler, tools, line),
        line,
        lines::remove);
  }

  // A handler like others, but that nobody polls for it.
  private static <I, R> ConfiguredHandler<BatchFunction<I, R>> handler(
      ProcessingOptions options, BatchPlan plan, BatchFunction<I, R> function) {
    return new ConfiguredHandler<>(
        binding(options, function),
        "",
        options.heartbeatInterval(),
        Optional.empty(),
        options.cancellationGrace(),
        options.pauseAction(),
        options.shutdownAction(),
        0,
        0,
        0,
        plan);
  }

  @SuppressWarnings("unchecked") // the class of a generic type
  private static <I, R> HandlerBinding<BatchFunction<I, R>> binding(
      ProcessingOptions options, BatchFunction<I, R> function) {
    HandlerBinding.Builder<BatchFunction<I, R>> binding =
        HandlerBinding.builder(
                Batches.class,
                (Class<BatchFunction<I, R>>) (Class<?>) BatchFunction.class,
                () -> function)
            .name(BatchActivityProcessor.class.getSimpleName());
    Supplier<? extends @Nullable Object> details = options.heartbeatDetails();
    if (details != null) {
      binding.onHeartbeat((batch, call) -> details.get());
    }
    return binding.onBatch(
        CompletionForm.STAGE, (batch, call) -> batch.apply(call.<BatchItem<I>>items()));
  }

  private <H> Line<H> line(HandlerBinding<H> binding, H handler, BatchPlan plan) {
    Line<H> line = new Line<>(binding, handler, plan, tools);
    lines.add(line);
    return line;
  }

  /** The process will end: from now on nothing waits for company. */
  public void drain() {
    lines.forEach(line -> line.assembler().drain());
  }

  /**
   * The process ends: from now on no batch starts. Before its activities are let go, so that the
   * end of one batch starts no other one, which would be ended at once.
   */
  public void stop() {
    lines.forEach(line -> line.assembler().stop());
  }
}
