/**
 * The only user of Temporal's gRPC service: {@link
 * dev.longhaul.runtime.internal.connect.Connection}.
 */
@NullMarked
package dev.longhaul.runtime.internal.connect;

import org.jspecify.annotations.NullMarked;
