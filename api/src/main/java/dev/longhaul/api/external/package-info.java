/**
 * Activities whose work is a job of an outside service: start at {@link
 * dev.longhaul.api.external.PolledJobs} for one that is asked how far it is, at {@link
 * dev.longhaul.api.external.CalledBackJobs} for one that calls back.
 */
@NullMarked
package dev.longhaul.api.external;

import org.jspecify.annotations.NullMarked;
