/**
 * Activities that print letters: start at {@link dev.longhaul.samples.modular.print.PrintParts}.
 */
@NullMarked
package dev.longhaul.samples.modular.print;

import org.jspecify.annotations.NullMarked;
