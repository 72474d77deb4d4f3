/**
 * The first sample: a workflow has a folder archived by a service that knows only HTTP, asks a
 * person to approve, and publishes a report. The command starts at {@link
 * dev.longhaul.samples.quickstart.Quickstart}; what one writes for Longhaul is in {@code
 * activities}, the workflow in {@code workflow}, and the outside service in {@code archive}.
 */
@NullMarked
package dev.longhaul.samples.quickstart;

import org.jspecify.annotations.NullMarked;
