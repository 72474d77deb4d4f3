/**
 * Turns annotated handlers into Guice modules at compile time; start at {@link
 * dev.longhaul.processor.AsyncActivityHandlerProcessor}.
 */
@NullMarked
package dev.longhaul.processor;

import org.jspecify.annotations.NullMarked;
