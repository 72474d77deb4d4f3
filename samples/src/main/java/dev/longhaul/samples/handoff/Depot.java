package dev.longhaul.samples.handoff;

import dev.longhaul.api.HandOff;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.ProcessingOptions;
import dev.longhaul.api.StopRequest;
import dev.longhaul.samples.common.Story;
import java.util.concurrent.CompletableFuture;

/**
 * Delivers parcels, and has Longhaul look after their activities meanwhile. It has never heard of
 * the official SDK, and could be another process. Thread-safe.
 */
final class Depot {
  private final String carrier;
  private final LongRunningActivityManager activities;
  private final Rides rides;
  private final Story story;

  Depot(String carrier, LongRunningActivityManager activities, Rides rides, Story story) {
    this.carrier = carrier;
    this.activities = activities;
    this.rides = rides;
    this.story = story;
  }

  /** Starts a ride; Longhaul heartbeats the activity, and completes it when the ride has ended. */
  void deliver(HandOff handOff, Parcel parcel) {
    Ride ride = rides.start(carrier, parcel);
    activities.startProcessing(
        handOff,
        ProcessingOptions.heartbeating(HeartbeatInterval.auto())
            .heartbeatDetails(ride::progress)
            .onStop(why -> stop(handOff, ride, why)));
    ride.arrival().thenAccept(arrived -> complete(handOff, new Receipt(parcel.content(), carrier)));
  }

  private void complete(HandOff handOff, Receipt receipt) {
    story.tell("Longhaul completes " + handOff.activityType());
    tellIfRefused(activities.completeProcessing(handOff.reference(), receipt));
  }

  private void stop(HandOff handOff, Ride ride, StopRequest why) {
    ride.turnBack();
    story.tell("Longhaul ends " + handOff.activityType() + ", " + why.kind());
    tellIfRefused(activities.cancelProcessing(handOff.reference(), ride.progress()));
  }

  private void tellIfRefused(CompletableFuture<Void> report) {
    var unused =
        report.exceptionally(
            failure -> {
              story.tell("but that cannot be reported: " + failure.getMessage());
              return null;
            });
  }
}
