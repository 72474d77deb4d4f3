package dev.longhaul.runtime.internal.config;

import dev.longhaul.api.options.RetryOptions;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.api.options.VersioningMode;
import dev.longhaul.api.options.WorkerDeployment;
import dev.longhaul.runtime.internal.config.OptionSetting.Stages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What can be set of a runtime. */
public final class RuntimeSettings {
  private static final String SECTION = "runtime.";
  private static final RuntimeOptions BUILT_IN = RuntimeOptions.defaults();

  // A line adds a setting: to the file, the environment, the properties, the start-up table, and,
  // with -Dlonghaul-test.rewrite=true, to docs/configuration.md.
  static final List<OptionSetting<RuntimeOptions, RuntimeDraft, ?>> ALL =
      List.of(
          identity(),
          of(
              "max-concurrent-activities",
              Kinds.number(1),
              RuntimeOptions::maxConcurrentActivities,
              RuntimeOptions.Builder::maxConcurrentActivities,
              "running blocking and stage activities in this process"),
          of(
              "pollers-per-queue",
              Kinds.number(1),
              RuntimeOptions::pollersPerQueue,
              RuntimeOptions.Builder::pollersPerQueue,
              "polls of one task queue that are open at once, at the most"),
          deployment(
              "name",
              Kinds.text("not blank"),
              WorkerDeployment::name,
              RuntimeDraft::deployment,
              "the worker deployment of this process, which all its versions share"),
          deployment(
              "build-id",
              Kinds.text("not blank"),
              WorkerDeployment::buildId,
              RuntimeDraft::buildId,
              "the version of it"),
          deployment(
              "mode",
              Kinds.choice(VersioningMode.class),
              WorkerDeployment::mode,
              RuntimeDraft::versioning,
              "whether tasks are routed by the version; with a version, `unversioned` if not set"),
          of(
              "callback-threads",
              Kinds.number(1),
              RuntimeOptions::callbackThreads,
              RuntimeOptions.Builder::callbackThreads,
              "threads for starts, hooks, listeners and conversions of all activities"),
          of(
              "start-timeout",
              Kinds.duration(Duration.ZERO),
              RuntimeOptions::startTimeout,
              RuntimeOptions.Builder::startTimeout,
              "how long a start waits for a server that cannot be reached; with 0s it asks nothing"),
          of(
              "drain-time",
              Kinds.duration(Duration.ZERO),
              RuntimeOptions::drainTime,
              RuntimeOptions.Builder::drainTime,
              "how long a shutdown waits for open activities"),
          of(
              "poll-drain",
              Kinds.duration(Duration.ZERO),
              RuntimeOptions::pollDrain,
              RuntimeOptions.Builder::pollDrain,
              "how long a shutdown waits for open polls"),
          of(
              "close-on-jvm-shutdown",
              Kinds.flag(),
              RuntimeOptions::closeOnJvmShutdown,
              RuntimeOptions.Builder::closeOnJvmShutdown,
              "whether a started runtime closes on SIGTERM, and the JVM waits for it"),
          of(
              "complete-on-network-threads",
              Kinds.flag(),
              RuntimeOptions::completeOnNetworkThreads,
              RuntimeOptions.Builder::completeOnNetworkThreads,
              "whether futures of the client complete where the answer arrived"),
          of(
              "encode-failure-attributes",
              Kinds.flag(),
              RuntimeOptions::encodeFailureAttributes,
              RuntimeOptions.Builder::encodeFailureAttributes,
              "whether messages and stack traces of failures go through the codecs"),
          retry(
              "initial-interval",
              Kinds.duration(),
              RetryOptions::initialInterval,
              RetryOptions.Builder::initialInterval,
              "the wait after the first failure of a client's call"),
          retry(
              "busy-interval",
              Kinds.duration(),
              RetryOptions::busyInterval,
              RetryOptions.Builder::busyInterval,
              "the same, if the server said that it is busy"),
          retry(
              "factor",
              Kinds.decimal("at least 1", value -> value >= 1),
              RetryOptions::factor,
              RetryOptions.Builder::factor,
              "by which each further wait grows"),
          retry(
              "maximum-interval",
              Kinds.duration(),
              RetryOptions::maximumInterval,
              RetryOptions.Builder::maximumInterval,
              "the longest wait"),
          retry(
              "jitter",
              Kinds.decimal("0 to 1", value -> value >= 0 && value <= 1),
              RetryOptions::jitter,
              RetryOptions.Builder::jitter,
              "the share by which a wait may be longer or shorter"),
          retry(
              "call-timeout",
              Kinds.duration(),
              RetryOptions::callTimeout,
              RetryOptions.Builder::callTimeout,
              "the time for each try"),
          retry(
              "total-timeout",
              Kinds.duration(),
              RetryOptions::totalTimeout,
              RetryOptions.Builder::totalTimeout,
              "the time for a call with all its tries"));

  private RuntimeSettings() {}

  /**
   * The options that the sources say, above these.
   *
   * @param problems takes what does not go together
   */
  public static RuntimeOptions.Builder configured(
      Values values, RuntimeOptions.Builder below, List<String> problems) {
    RuntimeDraft draft = new RuntimeDraft(below);
    ALL.forEach(setting -> setting.apply(values, draft));
    return draft.builder(problems);
  }

  /** What is in effect after code has changed what is configured. */
  public static List<Explained> explain(Values values, RuntimeOptions effective) {
    // What failures go through is refused without it, and only code can set it.
    RuntimeOptions builtIn = BUILT_IN.toBuilder().codecs(effective.codecs()).build();
    RuntimeOptions configured = configured(values, builtIn.toBuilder(), new ArrayList<>()).build();
    Stages<RuntimeOptions> stages = new Stages<>(builtIn, configured, effective);
    return ALL.stream().map(setting -> setting.explain(values, stages)).toList();
  }

  private static OptionSetting<RuntimeOptions, RuntimeDraft, String> identity() {
    return new OptionSetting<>(
        setting(
            "identity",
            Kinds.text("1 to 1000 characters")
                .in("1 to 1000 characters", value -> value.length() <= 1000),
            "pid@host",
            "what the server shows for this process"),
        options -> Optional.of(options.identity()),
        (draft, value) -> draft.set(builder -> builder.identity(value)));
  }

  private static <T> OptionSetting<RuntimeOptions, RuntimeDraft, T> of(
      String key,
      Kind<T> kind,
      Function<RuntimeOptions, T> get,
      BiConsumer<RuntimeOptions.Builder, T> set,
      String meaning) {
    String builtIn = kind.format().apply(get.apply(BUILT_IN));
    return new OptionSetting<>(
        setting(key, kind, builtIn, meaning),
        options -> Optional.of(get.apply(options)),
        (draft, value) -> draft.set(builder -> set.accept(builder, value)));
  }

  private static <T> OptionSetting<RuntimeOptions, RuntimeDraft, T> deployment(
      String key,
      Kind<T> kind,
      Function<WorkerDeployment, T> get,
      BiConsumer<RuntimeDraft, T> set,
      String meaning) {
    return new OptionSetting<>(
        setting("deployment." + key, kind, Explained.NONE, meaning),
        options -> options.deployment().map(get),
        set);
  }

  private static <T> OptionSetting<RuntimeOptions, RuntimeDraft, T> retry(
      String key,
      Kind<T> kind,
      Function<RetryOptions, T> get,
      BiConsumer<RetryOptions.Builder, T> set,
      String meaning) {
    return of(
        "retry." + key,
        kind,
        options -> get.apply(options.retry()),
        (builder, value) ->
            builder.retry(
                retry -> {
                  set.accept(retry, value);
                  return retry;
                }),
        meaning);
  }

  private static <T> Setting<T> setting(String key, Kind<T> kind, String builtIn, String meaning) {
    return new Setting<>(SECTION + key, kind, builtIn, Setting.variable(SECTION + key), meaning);
  }
}
