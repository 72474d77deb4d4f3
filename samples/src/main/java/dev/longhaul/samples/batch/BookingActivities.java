package dev.longhaul.samples.batch;

import io.temporal.activity.ActivityInterface;

/** The activity as the workflow calls it: one for each invoice. */
@ActivityInterface
public interface BookingActivities {
  void bookInvoice(Invoice invoice);
}
