package dev.longhaul.samples.quickstart.workflow;

import dev.longhaul.samples.quickstart.archive.ArchiveRequest;

/**
 * What the workflow is asked to do.
 *
 * @param activityQueue the task queue of the activities
 */
public record Order(ArchiveRequest request, String activityQueue) {}
