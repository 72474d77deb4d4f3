package dev.longhaul.testing.junit5;

import io.temporal.activity.ActivityInterface;

@ActivityInterface
public interface FilmActivities {
  String transcode(String video);
}
