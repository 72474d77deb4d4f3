/**
 * A process with handlers that is killed in the middle of its work: start at {@link
 * dev.longhaul.samples.quickstart.crash.DoomedProcess}.
 */
@NullMarked
package dev.longhaul.samples.quickstart.crash;

import org.jspecify.annotations.NullMarked;
