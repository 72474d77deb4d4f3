/** The command {@code longhaul}: {@link dev.longhaul.cli.Main}. */
@NullMarked
package dev.longhaul.cli;

import org.jspecify.annotations.NullMarked;
