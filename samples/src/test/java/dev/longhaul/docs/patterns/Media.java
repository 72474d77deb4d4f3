package dev.longhaul.docs.patterns;

import io.temporal.activity.ActivityInterface;

/** Activities on videos, as workflows call them. */
@ActivityInterface
public interface Media {
  /** Renders a video; returns where the result is. */
  String render(String video, String format);
}
