/** What generated bindings name; for generated code only, and changed without notice. */
@NullMarked
package dev.longhaul.api.spi;

import org.jspecify.annotations.NullMarked;
