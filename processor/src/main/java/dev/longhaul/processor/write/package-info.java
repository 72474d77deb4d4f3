/**
 * Writes what is generated: {@link dev.longhaul.processor.write.ModuleWriter} and {@link
 * dev.longhaul.processor.write.IndexWriter}.
 */
@NullMarked
package dev.longhaul.processor.write;

import org.jspecify.annotations.NullMarked;
