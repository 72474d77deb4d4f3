package dev.longhaul.samples.handoff;

import io.temporal.activity.ActivityInterface;

/** The activities as the workflow calls them. */
@ActivityInterface
public interface CourierActivities {
  Receipt deliverByBike(Parcel parcel);

  Receipt deliverByVan(Parcel parcel);
}
