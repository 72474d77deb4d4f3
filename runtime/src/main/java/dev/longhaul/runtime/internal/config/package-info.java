/** Reads and explains configuration; {@link dev.longhaul.runtime.internal.config.Sources} first. */
@NullMarked
package dev.longhaul.runtime.internal.config;

import org.jspecify.annotations.NullMarked;
