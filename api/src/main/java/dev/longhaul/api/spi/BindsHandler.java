package dev.longhaul.api.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On each generated module: the handler that it binds, and what must not be another one's as well.
 * The index of handlers is made from these, so that an incremental build need not look at handlers
 * that did not change.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface BindsHandler {

  /** The handler. */
  Class<?> value();

  /** The handler's name. */
  String name();

  /** The activity type. */
  String activityType();

  /** The task queue as it is written in the handler's annotation; empty if it is not. */
  String taskQueue() default "";
}
