/**
 * An operating-system process as an activity: start at {@link
 * dev.longhaul.samples.process.RenderHandler}.
 */
@NullMarked
package dev.longhaul.samples.process;

import org.jspecify.annotations.NullMarked;
