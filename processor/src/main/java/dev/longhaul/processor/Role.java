package dev.longhaul.processor;

import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnHeartbeat;
import dev.longhaul.api.OnStart;
import java.lang.annotation.Annotation;

/** What a method of a handler is for. */
enum Role {
  START(OnStart.class),
  HEARTBEAT(OnHeartbeat.class),
  CANCEL(OnCancel.class);

  private final Class<? extends Annotation> annotation;

  Role(Class<? extends Annotation> annotation) {
    this.annotation = annotation;
  }

  Class<? extends Annotation> annotation() {
    return annotation;
  }

  /** As users write it. */
  @Override
  public String toString() {
    return "@" + annotation.getSimpleName();
  }
}
