/** The code that the pages in {@code docs} show, and the test that holds them to it. */
@NullMarked
package dev.longhaul.docs;

import org.jspecify.annotations.NullMarked;
