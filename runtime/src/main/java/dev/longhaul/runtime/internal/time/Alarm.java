package dev.longhaul.runtime.internal.time;

/** Something that rings at a time, set with {@link Alarms}; it may be set again and again. */
public abstract class Alarm {
  static final int NOT_SET = -1;

  // Both belong to the Alarms that it is set with, and are guarded by them.
  int position = NOT_SET;
  long dueNanos;

  /** Its time has come. Runs on the timer's thread, with no lock held; must not block. */
  protected abstract void ring();
}
