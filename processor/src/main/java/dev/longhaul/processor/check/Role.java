package dev.longhaul.processor.check;

import com.google.common.collect.ImmutableList;
import dev.longhaul.api.OnBatch;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnHeartbeat;
import dev.longhaul.api.OnStart;
import java.lang.annotation.Annotation;

/** What a method of a handler is for. */
enum Role {
  START(OnStart.class, "start", "onStart", "run", "execute", "handle"),
  BATCH(OnBatch.class, "batch", "onBatch", "runBatch", "runAll", "startAll"),
  HEARTBEAT(OnHeartbeat.class, "heartbeat", "onHeartbeat", "beat", "progress"),
  CANCEL(OnCancel.class, "cancel", "onCancel", "stop", "abort", "withdraw");

  private final Class<? extends Annotation> annotation;
  private final ImmutableList<String> usualNames;

  Role(Class<? extends Annotation> annotation, String... usualNames) {
    this.annotation = annotation;
    this.usualNames = ImmutableList.copyOf(usualNames);
  }

  Class<? extends Annotation> annotation() {
    return annotation;
  }

  /** What such methods are often called. */
  ImmutableList<String> usualNames() {
    return usualNames;
  }

  /** As users write it. */
  @Override
  public String toString() {
    return "@" + annotation.getSimpleName();
  }
}
