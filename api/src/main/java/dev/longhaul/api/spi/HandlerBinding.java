package dev.longhaul.api.spi;

import dev.longhaul.api.HandlerSetting;
import jakarta.inject.Provider;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A handler class as the runtime sees it: what it handles, how to get an instance and how to call
 * it. Immutable and thread-safe.
 */
public final class HandlerBinding<H> {

  /** A parameter of the start method that receives an input. */
  public record Input(String name, Type type) {}

  private final Class<?> module;
  private final Class<H> handlerType;
  private final Provider<H> provider;
  private final CompletionForm form;
  private final boolean batch;
  private final String activityType;
  private final String name;
  private final Map<HandlerSetting, String> settings;
  private final List<Input> inputs;
  private final boolean sendsResult;
  private final HandlerMethod<H> start;
  private final @Nullable HandlerMethod<H> heartbeat;
  private final @Nullable HandlerMethod<H> cancel;

  private HandlerBinding(
      Builder<H> builder, CompletionForm form, boolean batch, HandlerMethod<H> start) {
    this.module = builder.module;
    this.handlerType = builder.handlerType;
    this.provider = builder.provider;
    this.form = form;
    this.batch = batch;
    this.activityType = builder.activityType;
    this.name = builder.name;
    this.settings = Map.copyOf(builder.settings);
    this.inputs = List.copyOf(builder.inputs);
    this.sendsResult = builder.sendsResult;
    this.start = start;
    this.heartbeat = builder.heartbeat;
    this.cancel = builder.cancel;
  }

  /** Starts the binding of a handler by a module. */
  public static <H> Builder<H> builder(
      Class<?> module, Class<H> handlerType, Provider<H> provider) {
    return new Builder<>(module, handlerType, provider);
  }

  /** The generated module and where it was loaded from: for messages about handlers that clash. */
  public String origin() {
    return module.getName() + " of " + Origin.of(module);
  }

  public Class<H> handlerType() {
    return handlerType;
  }

  /** Asked once for each attempt; of a batch handler once for each runtime. */
  public Provider<H> provider() {
    return provider;
  }

  public CompletionForm form() {
    return form;
  }

  /** Whether the start method works on several activities at once. */
  public boolean isBatch() {
    return batch;
  }

  public String activityType() {
    return activityType;
  }

  /** The handler's key in configuration and logs. */
  public String name() {
    return name;
  }

  /** What the annotation says; what is not written there is not in it. */
  public Map<HandlerSetting, String> settings() {
    return settings;
  }

  public List<Input> inputs() {
    return inputs;
  }

  /** Whether a completion sends a result; false for {@code void} and {@code Void}. */
  public boolean sendsResult() {
    return sendsResult;
  }

  public HandlerMethod<H> start() {
    return start;
  }

  public Optional<HandlerMethod<H>> heartbeat() {
    return Optional.ofNullable(heartbeat);
  }

  public Optional<HandlerMethod<H>> cancel() {
    return Optional.ofNullable(cancel);
  }

  @Override
  public String toString() {
    return "HandlerBinding["
        + handlerType.getName()
        + " handles "
        + activityType
        + ", "
        + form
        + (batch ? ", in batches" : "")
        + "]";
  }

  /** Collects a binding; for generated code. Not thread-safe. */
  public static final class Builder<H> {
    private final Class<?> module;
    private final Class<H> handlerType;
    private final Provider<H> provider;
    private final Map<HandlerSetting, String> settings = new EnumMap<>(HandlerSetting.class);
    private final List<Input> inputs = new ArrayList<>();
    private String activityType;
    private String name;
    private boolean sendsResult = true;
    private @Nullable HandlerMethod<H> heartbeat;
    private @Nullable HandlerMethod<H> cancel;

    private Builder(Class<?> module, Class<H> handlerType, Provider<H> provider) {
      this.module = module;
      this.handlerType = handlerType;
      this.provider = provider;
      this.activityType = handlerType.getSimpleName();
      this.name = handlerType.getSimpleName();
    }

    public Builder<H> activityType(String value) {
      activityType = value;
      return this;
    }

    public Builder<H> name(String value) {
      name = value;
      return this;
    }

    /** A setting that is written in the annotation. */
    public Builder<H> setting(HandlerSetting setting, String value) {
      settings.put(setting, value);
      return this;
    }

    /** The next input. */
    public Builder<H> input(String parameter, Type type) {
      inputs.add(new Input(parameter, type));
      return this;
    }

    /** A completion sends no result. */
    public Builder<H> withoutResult() {
      sendsResult = false;
      return this;
    }

    public Builder<H> onHeartbeat(HandlerMethod<H> method) {
      heartbeat = method;
      return this;
    }

    public Builder<H> onCancel(HandlerMethod<H> method) {
      cancel = method;
      return this;
    }

    /** The start method, and the end of the binding. */
    public HandlerBinding<H> onStart(CompletionForm form, HandlerMethod<H> method) {
      return new HandlerBinding<>(this, form, false, method);
    }

    /** The batch method, and the end of the binding. */
    public HandlerBinding<H> onBatch(CompletionForm form, HandlerMethod<H> method) {
      return new HandlerBinding<>(this, form, true, method);
    }
  }
}
