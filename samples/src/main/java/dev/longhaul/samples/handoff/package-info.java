/**
 * Activities of a worker of the official SDK that Longhaul looks after: start at {@link
 * dev.longhaul.samples.handoff.CourierActivitiesImpl}.
 */
@NullMarked
package dev.longhaul.samples.handoff;

import org.jspecify.annotations.NullMarked;
