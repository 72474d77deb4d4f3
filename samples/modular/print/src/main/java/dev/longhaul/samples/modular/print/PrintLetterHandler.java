package dev.longhaul.samples.modular.print;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import jakarta.inject.Inject;

/** Prints a letter. Public, so that an application can leave it out of what is discovered. */
@AsyncActivityHandler
public final class PrintLetterHandler {
  private final Printer printer;

  @Inject
  PrintLetterHandler(Printer printer) {
    this.printer = printer;
  }

  @OnStart
  String start(String text) {
    return printer.print(text);
  }
}
