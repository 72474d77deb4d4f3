/**
 * Reads handlers and finds everything that is wrong with them; start at {@link
 * dev.longhaul.processor.check.HandlerParser}.
 */
@NullMarked
package dev.longhaul.processor.check;

import org.jspecify.annotations.NullMarked;
