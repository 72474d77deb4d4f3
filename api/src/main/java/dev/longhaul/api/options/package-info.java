/** Settings as immutable values, for {@code LonghaulModule}. */
@NullMarked
package dev.longhaul.api.options;

import org.jspecify.annotations.NullMarked;
