/** The code that the pages in {@code docs/patterns} show, and the tests that run it. */
@NullMarked
package dev.longhaul.docs.patterns;

import org.jspecify.annotations.NullMarked;
