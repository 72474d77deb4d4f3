/**
 * What one writes for Longhaul: a handler for each activity; start at {@link
 * dev.longhaul.samples.quickstart.activities.ArchiveFolderHandler}.
 */
@NullMarked
package dev.longhaul.samples.quickstart.activities;

import org.jspecify.annotations.NullMarked;
