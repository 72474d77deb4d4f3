package dev.longhaul.samples.externalservice;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What goes wrong with a service on a bad day: the first submission and the second question are
 * answered with 503, and the answer to the first question comes later than anybody waits for it.
 * Thread-safe.
 */
final class Faults {
  private final AtomicInteger submissions = new AtomicInteger();
  private final AtomicInteger questions = new AtomicInteger();

  /** What goes wrong with one call. */
  enum Fault {
    NONE,
    SLOW,
    UNAVAILABLE
  }

  Fault next(String call) {
    return switch (call) {
      case "POST" -> submissions.incrementAndGet() == 1 ? Fault.UNAVAILABLE : Fault.NONE;
      case "GET" ->
          switch (questions.incrementAndGet()) {
            case 1 -> Fault.SLOW;
            case 2 -> Fault.UNAVAILABLE;
            default -> Fault.NONE;
          };
      default -> Fault.NONE;
    };
  }
}
