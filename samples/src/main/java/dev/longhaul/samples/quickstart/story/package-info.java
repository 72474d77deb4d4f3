/**
 * What happens to a workflow's activities, read back from Temporal while it happens: start at
 * {@link dev.longhaul.samples.quickstart.story.WorkflowWatch}.
 */
@NullMarked
package dev.longhaul.samples.quickstart.story;

import org.jspecify.annotations.NullMarked;
