package dev.longhaul.samples.encrypted;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Has the bank decide. Values are in the clear here, and are encrypted on their way. */
@AsyncActivityHandler(contract = PaymentActivities.class)
final class ChargeCardHandler {
  /** The type of the failure that a card is declined; types travel in the clear. */
  static final String DECLINED = "CardDeclined";

  private final Bank bank;

  @Inject
  ChargeCardHandler(Bank bank) {
    this.bank = bank;
  }

  @OnStart
  CompletionStage<String> start(String cardNumber, ActivityContext activity) {
    return activity
        .heartbeatNow("the bank is asked about " + cardNumber)
        .thenCompose(sent -> bank.ask(cardNumber))
        .thenApply(covered -> covered ? "charged " + cardNumber : decline(cardNumber));
  }

  private static String decline(String cardNumber) {
    throw ActivityFailure.ofType(DECLINED)
        .message("no money on " + cardNumber)
        .details(cardNumber)
        .nonRetryable()
        .toException();
  }
}
