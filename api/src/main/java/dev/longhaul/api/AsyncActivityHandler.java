package dev.longhaul.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class the handler of one activity type.
 *
 * <p>The class has one {@link OnStart} method, whose signature decides how the activity completes
 * (or an {@link OnBatch} method, for several activities at once, with one instance for all), and
 * may have an {@link OnHeartbeat} and an {@link OnCancel} method. The annotation processor checks
 * it and generates {@code <Class>_AsyncActivityModule}, a Guice module.
 *
 * <p>A handler is taken from Guice once for each attempt: without a scope its fields hold the state
 * of one attempt, in {@code @Singleton} scope it is shared and must be thread-safe. Hooks of one
 * attempt never run concurrently with each other. With a blocking {@code @OnStart} they run
 * concurrently with it; otherwise only after it returned, with its writes visible.
 *
 * <p>Every attribute but {@link #activityType}, {@link #name} and {@link #contract} can be
 * overridden where the runtime is configured. Durations are written {@code "30s"}, {@code "5m"},
 * {@code "1h30m"} or {@code "PT30S"}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface AsyncActivityHandler {

  /** The type as workflows call it; by default the class name without {@code Handler}. */
  String activityType() default "";

  /**
   * The handler's key in configuration and logs, unique in a process; by default the simple class
   * name.
   */
  String name() default "";

  /** The task queue to poll; may be {@code ${key:default}}, read at start-up. */
  String taskQueue() default "";

  /** The interface that workflows call, checked at compile time. */
  Class<?> contract() default void.class;

  /**
   * How often to heartbeat: a duration, {@code "auto"} (half the heartbeat timeout that the
   * workflow set, at most 30 s) or {@code "none"}.
   */
  String heartbeatInterval() default "auto";

  /** The heartbeat timeout that workflows are expected to set, held against the interval. */
  String expectedHeartbeatTimeout() default "";

  /** How long the work may take to end by itself after a stop request. */
  String cancellationGrace() default "10s";

  /** What a pause does to a running attempt. */
  PauseAction onPause() default PauseAction.BY_FORM;

  /** What becomes of an attempt that is still open when the process shuts down. */
  ShutdownAction onShutdown() default ShutdownAction.BY_FORM;

  /** At most so many running blocking or stage activities of this type here; 0 for no limit. */
  int maxConcurrent() default 0;

  /** At most so many open external activities of this type here; 0 for no limit. */
  int maxOutstanding() default 0;

  /** At most so many starts a second here; 0 for no limit. */
  double ratePerSecond() default 0;
}
