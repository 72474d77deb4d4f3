/** The front door: install {@link dev.longhaul.runtime.LonghaulModule} and start there. */
@NullMarked
package dev.longhaul.runtime;

import org.jspecify.annotations.NullMarked;
