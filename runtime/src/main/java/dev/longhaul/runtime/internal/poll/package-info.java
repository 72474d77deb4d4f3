/** Fetches activity tasks: {@link dev.longhaul.runtime.internal.poll.QueuePoller}. */
@NullMarked
package dev.longhaul.runtime.internal.poll;

import org.jspecify.annotations.NullMarked;
