/** What all samples have in common: start at {@link dev.longhaul.samples.common.Sample}. */
@NullMarked
package dev.longhaul.samples.common;

import org.jspecify.annotations.NullMarked;
