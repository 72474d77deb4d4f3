package dev.longhaul.samples.handoff;

import dev.longhaul.api.HandOff;
import dev.longhaul.samples.common.Story;
import dev.longhaul.sdk.SdkHandOff;
import io.temporal.activity.Activity;
import java.util.concurrent.BlockingQueue;

/**
 * Ordinary activities of the official SDK, whose methods hand them over and return. Thread-safe.
 */
@SuppressWarnings("NullAway") // what the methods return is ignored
final class CourierActivitiesImpl implements CourierActivities {
  private final Depot bikes;
  private final BlockingQueue<byte[]> vans;
  private final Story story;

  CourierActivitiesImpl(Depot bikes, BlockingQueue<byte[]> vans, Story story) {
    this.bikes = bikes;
    this.vans = vans;
    this.story = story;
  }

  /** In the same process. */
  @Override
  public Receipt deliverByBike(Parcel parcel) {
    HandOff handOff = SdkHandOff.take(Activity.getExecutionContext());
    bikes.deliver(handOff, parcel);
    story.tell("DeliverByBike has handed the activity over, and returns");
    return null; // the depot has the receipt
  }

  /** Over a queue: the text of the hand-off is a secret, as the task token in it is. */
  @Override
  public Receipt deliverByVan(Parcel parcel) {
    story.tell("DeliverByVan puts an errand into the queue, and returns");
    HandOff handOff = SdkHandOff.take(Activity.getExecutionContext());
    vans.add(new Errand(handOff.toText(), parcel).toJson());
    return null;
  }
}
