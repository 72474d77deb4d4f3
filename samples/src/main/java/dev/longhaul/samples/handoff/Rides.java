package dev.longhaul.samples.handoff;

import dev.longhaul.samples.common.Story;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** All rides, on one clock. Thread-safe. */
final class Rides implements AutoCloseable {
  private static final long MILLIS_PER_KILOMETRE = 700;

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final CountDownLatch onTheirWay;
  private final Story story;

  /**
   * @param expected how many there will be
   */
  Rides(int expected, Story story) {
    this.onTheirWay = new CountDownLatch(expected);
    this.story = story;
  }

  Ride start(String carrier, Parcel parcel) {
    Ride ride = new Ride(parcel);
    goOn(ride, carrier);
    return ride;
  }

  /** Waits until each ride is a kilometre on. */
  void awaitAllOnTheirWay() throws InterruptedException {
    onTheirWay.await();
  }

  private void goOn(Ride ride, String carrier) {
    Runnable kilometre =
        () -> {
          Progress progress = ride.goOneKilometre();
          story.tell(
              "the %s has come %d of %d km"
                  .formatted(carrier, progress.kilometres(), progress.of()));
          onTheirWay.countDown();
          if (ride.goesOn()) {
            goOn(ride, carrier);
          }
        };
    clock.schedule(kilometre, MILLIS_PER_KILOMETRE, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
