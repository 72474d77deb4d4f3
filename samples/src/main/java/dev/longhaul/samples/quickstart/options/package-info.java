/** The command line: start at {@link dev.longhaul.samples.quickstart.options.QuickstartOptions}. */
@NullMarked
package dev.longhaul.samples.quickstart.options;

import org.jspecify.annotations.NullMarked;
