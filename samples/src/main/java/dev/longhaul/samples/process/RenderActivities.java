package dev.longhaul.samples.process;

import io.temporal.activity.ActivityInterface;

/** The activity as the workflow calls it; Temporal knows it as {@code Render}. */
@ActivityInterface
public interface RenderActivities {
  /**
   * Has a film rendered by a program.
   *
   * @return how far it came, which is all of it
   */
  Progress render(RenderOrder order);
}
