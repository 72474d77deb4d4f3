/**
 * Everything that can be wrong with a handler, and the way of telling it; start at {@link Rule}.
 */
@NullMarked
package dev.longhaul.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
