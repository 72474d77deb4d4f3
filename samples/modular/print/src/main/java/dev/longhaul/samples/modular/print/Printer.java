package dev.longhaul.samples.modular.print;

import jakarta.inject.Inject;
import java.net.URI;

/** Where letters come out. Thread-safe. */
final class Printer {
  private final URI address;

  @Inject
  Printer(URI address) {
    this.address = address;
  }

  String print(String text) {
    return "\"%s\" printed by %s".formatted(text, address);
  }
}
