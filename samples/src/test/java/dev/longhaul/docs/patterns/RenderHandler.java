package dev.longhaul.docs.patterns;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Has a video rendered in one format. */
@AsyncActivityHandler(contract = Media.class, taskQueue = "media", maxConcurrent = 20)
final class RenderHandler {
  private final Renderer renderer;

  @Inject
  RenderHandler(Renderer renderer) {
    this.renderer = renderer;
  }

  @OnStart
  CompletionStage<String> start(String video, String format) {
    return renderer.render(video, format);
  }
}
