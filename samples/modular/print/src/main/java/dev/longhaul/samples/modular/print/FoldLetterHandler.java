package dev.longhaul.samples.modular.print;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;

/** Folds a letter. It needs nothing, so that discovering it is enough. */
@AsyncActivityHandler
final class FoldLetterHandler {

  @OnStart
  String start(String printed) {
    return printed + ", folded";
  }
}
