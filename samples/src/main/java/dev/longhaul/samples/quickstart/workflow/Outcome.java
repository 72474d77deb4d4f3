package dev.longhaul.samples.quickstart.workflow;

import dev.longhaul.samples.quickstart.archive.Archive;
import org.jspecify.annotations.Nullable;

/**
 * How the workflow ended.
 *
 * @param report the path of the page; none if the archive was rejected, and so discarded
 */
public record Outcome(Archive archive, Decision decision, @Nullable String report) {}
