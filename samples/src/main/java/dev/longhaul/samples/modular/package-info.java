/**
 * One runtime with the handlers of two jars: start at {@link
 * dev.longhaul.samples.modular.ModularSample}.
 */
@NullMarked
package dev.longhaul.samples.modular;

import org.jspecify.annotations.NullMarked;
