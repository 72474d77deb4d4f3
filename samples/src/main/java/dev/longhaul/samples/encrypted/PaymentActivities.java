package dev.longhaul.samples.encrypted;

import io.temporal.activity.ActivityInterface;

/** The activity as the workflow calls it; Temporal knows it as {@code ChargeCard}. */
@ActivityInterface
public interface PaymentActivities {
  /**
   * Charges a card.
   *
   * @return the receipt
   */
  String chargeCard(String cardNumber);
}
