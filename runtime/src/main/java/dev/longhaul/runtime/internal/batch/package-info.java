/**
 * Has several activities worked on at once: {@link dev.longhaul.runtime.internal.batch.Batches}.
 */
@NullMarked
package dev.longhaul.runtime.internal.batch;

import org.jspecify.annotations.NullMarked;
