package dev.longhaul.samples.modular;

import io.temporal.activity.ActivityInterface;

/** The activities of both jars, as the workflow calls them. */
@ActivityInterface
public interface DeliveryActivities {
  void checkAddress(String recipient);

  String sendMail(String recipient, String text);

  String printLetter(String text);

  String foldLetter(String printed);
}
