package dev.longhaul.benchmarks.tasks;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The activity as the Java SDK's worker sees it. */
@ActivityInterface
public interface SdkActivity {

  /** Does all frames of a video. */
  @ActivityMethod(name = "TranscodeVideo")
  Video transcode(Video video);
}
