/**
 * Values on the wire: {@link dev.longhaul.api.payload.Payload} and what makes and transforms it.
 */
@NullMarked
package dev.longhaul.api.payload;

import org.jspecify.annotations.NullMarked;
