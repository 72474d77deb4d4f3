/**
 * The workflow's side, ordinary user code of the official Java SDK: start at {@link
 * dev.longhaul.samples.quickstart.workflow.ArchiveWorkflowImpl}.
 */
@NullMarked
package dev.longhaul.samples.quickstart.workflow;

import org.jspecify.annotations.NullMarked;
