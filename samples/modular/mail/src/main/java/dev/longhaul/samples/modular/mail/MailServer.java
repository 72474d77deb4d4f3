package dev.longhaul.samples.modular.mail;

import jakarta.inject.Inject;
import java.net.URI;

/** Where mail goes out. Thread-safe. */
final class MailServer {
  private final URI address;

  @Inject
  MailServer(URI address) {
    this.address = address;
  }

  String send(String recipient, String text) {
    return "\"%s\" mailed to %s through %s".formatted(text, recipient, address);
  }
}
