package dev.longhaul.samples.externalservice;

import io.temporal.activity.ActivityInterface;

/** The activity as the workflow calls it; Temporal knows it as {@code ReadDocument}. */
@ActivityInterface
public interface ReadingActivities {
  Text readDocument(Document document);
}
