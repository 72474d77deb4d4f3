/** Time, timers and back-off, each small enough to be faked. */
@NullMarked
package dev.longhaul.runtime.internal.time;

import org.jspecify.annotations.NullMarked;
