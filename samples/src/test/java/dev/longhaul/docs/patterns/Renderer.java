package dev.longhaul.docs.patterns;

import java.util.concurrent.CompletionStage;

/** Renders videos somewhere else. */
class Renderer {
  /** Has one rendered; completes with the place of the result. */
  CompletionStage<String> render(String video, String format) {
    throw new UnsupportedOperationException("tests bind another one");
  }
}
