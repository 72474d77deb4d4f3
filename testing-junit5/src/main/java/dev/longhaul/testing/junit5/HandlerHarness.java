package dev.longhaul.testing.junit5;

import com.google.inject.Module;
import dev.longhaul.api.options.HandlerOptions;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.proto.common.v1.Payload;
import dev.longhaul.runtime.DataConverter;
import dev.longhaul.testing.ActivitySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs one attempt of one handler without a server and without waiting: the real runtime, by the
 * handler's generated binding, on a clock that stands still until the test moves it. Of a batch
 * handler several ({@link #startBeside}).
 *
 * <pre>{@code
 * HandlerHarness<TranscodeHandler> harness =
 *     HandlerHarness.of(TranscodeHandler.class).modules(binder -> binder.bind(...));
 * try (HandlerRun<TranscodeHandler> run = harness.attempt(2).start(request)) {
 *   run.advance(Duration.ofSeconds(10));
 *   run.stop(StopRequest.Kind.CANCELLED);
 * }
 * }</pre>
 *
 * <p>Where nothing is said: attempt 1 without a limit, ten minutes from start to close, no
 * heartbeat timeout, nothing from configuration. Immutable; each method that sets something returns
 * a changed copy.
 */
public final class HandlerHarness<H> {

  /** What is said of the activity, once values can be encoded. */
  @FunctionalInterface
  private interface Said {
    ActivitySpec change(ActivitySpec spec, DataConverter converter);
  }

  private final AsyncActivityModule<H> handler;
  private final HandlerBinding<H> described;
  private final List<Module> modules;
  private final UnaryOperator<RuntimeOptions.Builder> options;
  private final UnaryOperator<HandlerOptions> settings;
  private final Said said;

  private HandlerHarness(
      AsyncActivityModule<H> handler,
      HandlerBinding<H> described,
      List<Module> modules,
      UnaryOperator<RuntimeOptions.Builder> options,
      UnaryOperator<HandlerOptions> settings,
      Said said) {
    this.handler = handler;
    this.described = described;
    this.modules = modules;
    this.options = options;
    this.settings = settings;
    this.said = said;
  }

  /**
   * For this handler.
   *
   * @throws IllegalArgumentException if it is no handler, or if the annotation processor has not
   *     generated its module
   */
  public static <H> HandlerHarness<H> of(Class<H> handler) {
    AsyncActivityModule<H> module = GeneratedModules.of(handler);
    return new HandlerHarness<>(
        module,
        GeneratedModules.description(module),
        List.of(),
        UnaryOperator.identity(),
        UnaryOperator.identity(),
        (spec, converter) -> spec);
  }

  /** With these modules too, which bind what the handler needs. */
  public HandlerHarness<H> modules(Module... more) {
    List<Module> all = new ArrayList<>(modules);
    all.addAll(List.of(more));
    return new HandlerHarness<>(handler, described, List.copyOf(all), options, settings, said);
  }

  /** With changed options: converters, codecs. */
  public HandlerHarness<H> options(UnaryOperator<RuntimeOptions.Builder> change) {
    return new HandlerHarness<>(
        handler,
        described,
        modules,
        builder -> change.apply(options.apply(builder)),
        settings,
        said);
  }

  /** With these settings, whatever the annotation says. */
  public HandlerHarness<H> settings(UnaryOperator<HandlerOptions> change) {
    return new HandlerHarness<>(
        handler, described, modules, options, given -> change.apply(settings.apply(given)), said);
  }

  /**
   * As this attempt.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public HandlerHarness<H> attempt(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("attempts count from 1; found " + number);
    }
    return with((spec, converter) -> spec.attempt(number));
  }

  /** With so many attempts allowed; 0 for no limit. */
  public HandlerHarness<H> maximumAttempts(int most) {
    return with((spec, converter) -> spec.maximumAttempts(most));
  }

  /** After an attempt that left these details behind. */
  public HandlerHarness<H> lastHeartbeatDetails(@Nullable Object... details) {
    return with((spec, converter) -> spec.heartbeatDetails(payloads(converter, details)));
  }

  /** With a header, encoded as inputs are. */
  public HandlerHarness<H> header(String name, @Nullable Object value) {
    return with((spec, converter) -> spec.header(name, payloads(converter, value)[0]));
  }

  /** With this heartbeat timeout, as the workflow sets it. */
  public HandlerHarness<H> heartbeatTimeout(Duration timeout) {
    return with((spec, converter) -> spec.heartbeatTimeout(timeout));
  }

  /** With this time for the attempt, as the workflow sets it. */
  public HandlerHarness<H> startToCloseTimeout(Duration timeout) {
    return with((spec, converter) -> spec.startToCloseTimeout(timeout));
  }

  /** With this time for all attempts together, as the workflow sets it. */
  public HandlerHarness<H> scheduleToCloseTimeout(Duration timeout) {
    return with((spec, converter) -> spec.scheduleToCloseTimeout(timeout));
  }

  /** As an activity of this workflow. */
  public HandlerHarness<H> workflowId(String id) {
    return with((spec, converter) -> spec.workflowId(id));
  }

  /** In this run of the workflow, a UUID. */
  public HandlerHarness<H> runId(String id) {
    return with((spec, converter) -> spec.runId(id));
  }

  /** As the activity with this id. */
  public HandlerHarness<H> activityId(String id) {
    return with((spec, converter) -> spec.activityId(id));
  }

  /**
   * Starts the handler, up to where it waits: a start that does not block has returned, a blocking
   * one has ended or waits. An input that does not fit fails the attempt, as it would in
   * production.
   *
   * @throws com.google.inject.CreationException if the handler needs what no module binds
   */
  public HandlerRun<H> start(@Nullable Object... inputs) {
    return HandlerRun.start(this, converter -> spec(converter, inputs));
  }

  /**
   * Starts another activity of a batch handler in the runtime of that run, where it waits for a
   * batch as that one does: perhaps the same one. What this harness says of the activity counts for
   * it; modules, options and settings are those of that run. Both have one clock, and times count
   * from the start of that run. Whichever of them is closed first closes all.
   *
   * @throws IllegalArgumentException if the handler works on one activity at a time, or if an
   *     activity with this id is open
   */
  public HandlerRun<H> startBeside(HandlerRun<H> run, @Nullable Object... inputs) {
    if (!described.isBatch()) {
      throw new IllegalArgumentException(
          described.handlerType().getName()
              + " works on one activity at a time, so there is no batch that another one could be"
              + " in: start each by a run of its own, or give it an @OnBatch method");
    }
    return run.startBeside(converter -> spec(converter, inputs));
  }

  AsyncActivityModule<H> handler() {
    return handler;
  }

  HandlerBinding<H> described() {
    return described;
  }

  List<Module> modules() {
    return modules;
  }

  UnaryOperator<RuntimeOptions.Builder> options() {
    return options;
  }

  UnaryOperator<HandlerOptions> settings() {
    return settings;
  }

  private HandlerHarness<H> with(Said more) {
    return new HandlerHarness<>(
        handler,
        described,
        modules,
        options,
        settings,
        (spec, converter) -> more.change(said.change(spec, converter), converter));
  }

  private ActivitySpec spec(DataConverter converter, @Nullable Object... inputs) {
    return said.change(ActivitySpec.of(described.activityType(), HandlerRun.TASK_QUEUE), converter)
        .input(payloads(converter, inputs));
  }

  private static Payload[] payloads(DataConverter converter, @Nullable Object... values) {
    return converter.toPayloads(values).getPayloadsList().toArray(Payload[]::new);
  }

  @Override
  public String toString() {
    return "HandlerHarness[" + described.handlerType().getName() + "]";
  }
}
