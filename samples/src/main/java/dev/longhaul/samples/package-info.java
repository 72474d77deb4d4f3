/** The command that runs the samples: {@link dev.longhaul.samples.Samples}. */
@NullMarked
package dev.longhaul.samples;

import org.jspecify.annotations.NullMarked;
