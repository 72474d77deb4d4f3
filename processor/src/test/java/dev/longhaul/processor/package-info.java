/** Tests of the processors by compiling sources with them. */
@NullMarked
package dev.longhaul.processor;

import org.jspecify.annotations.NullMarked;
