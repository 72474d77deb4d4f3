package dev.longhaul.runtime.internal.batch;

import dev.longhaul.api.BatchItem;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.runtime.internal.dispatch.BatchPlan;
import dev.longhaul.runtime.internal.dispatch.HandlerWork;
import dev.longhaul.runtime.internal.dispatch.Permits;
import dev.longhaul.runtime.internal.dispatch.Station;
import dev.longhaul.runtime.internal.dispatch.Tools;
import dev.longhaul.runtime.internal.dispatch.Works;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch handler at work: its one instance, and the activities that wait for it. Thread-safe. */
final class Line<H> implements Works<H> {
  private final HandlerBinding<H> binding;
  private final H handler;
  private final Tools tools;
  private final Assembler<BatchedWork<H>> assembler;

  Line(HandlerBinding<H> binding, H handler, BatchPlan plan, Tools tools) {
    this.binding = binding;
    this.handler = handler;
    this.tools = tools;
    this.assembler =
        new Assembler<>(plan, tools.ticker(), tools.alarms(), BatchedWork::isWanted, this::newRun);
  }

  private Runnable newRun(List<BatchedWork<H>> works) {
    BatchRun<H> run = new BatchRun<>(this, works);
    works.forEach(work -> work.isIn(run));
    return run::start;
  }

  @Override
  public HandlerWork<H> create(
      Station<H> station, Permits.Permit permit, Permits.@Nullable Permit room) {
    return new BatchedWork<>(station, permit, room, this);
  }

  HandlerBinding<H> binding() {
    return binding;
  }

  H handler() {
    return handler;
  }

  Tools tools() {
    return tools;
  }

  Assembler<BatchedWork<H>> assembler() {
    return assembler;
  }

  /** Calls the batch method. */
  @Nullable Object call(List<BatchItem<?>> items) throws Throwable {
    return binding.start().invoke(handler, new BatchCall(items, null));
  }
}
