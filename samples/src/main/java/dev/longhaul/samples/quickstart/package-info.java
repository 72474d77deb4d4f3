/**
 * The first sample: a workflow archives a folder through a service that knows only HTTP; start at
 * {@link dev.longhaul.samples.quickstart.Quickstart} or, for what one writes for Longhaul, at
 * {@link dev.longhaul.samples.quickstart.ArchiveFolderHandler}.
 */
@NullMarked
package dev.longhaul.samples.quickstart;

import org.jspecify.annotations.NullMarked;
