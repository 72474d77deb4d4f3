/**
 * What users write against; start at {@link dev.longhaul.api.AsyncActivityHandler} for handlers and
 * at {@link dev.longhaul.api.AsyncCompletionClient} for everything else.
 */
@NullMarked
package dev.longhaul.api;

import org.jspecify.annotations.NullMarked;
