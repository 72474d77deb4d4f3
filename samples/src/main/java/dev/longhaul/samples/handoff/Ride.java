package dev.longhaul.samples.handoff;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** One ride with one parcel. Thread-safe. */
final class Ride {
  private final Parcel parcel;
  private final AtomicInteger kilometres = new AtomicInteger();
  private final CompletableFuture<Void> arrival = new CompletableFuture<>();

  Ride(Parcel parcel) {
    this.parcel = parcel;
  }

  Progress progress() {
    return new Progress(kilometres.get(), parcel.kilometres());
  }

  /** Completes when the parcel has arrived; never if the ride is over before. */
  CompletableFuture<Void> arrival() {
    return arrival;
  }

  void turnBack() {
    arrival.cancel(false);
  }

  Progress goOneKilometre() {
    return new Progress(kilometres.incrementAndGet(), parcel.kilometres());
  }

  /** Arrives, if that is so, and answers whether there is still some way to go. */
  boolean goesOn() {
    if (kilometres.get() == parcel.kilometres()) {
      arrival.complete(null);
    }
    return !arrival.isDone();
  }
}
