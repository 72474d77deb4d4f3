/**
 * Brings an activity task to its handler: {@link
 * dev.longhaul.runtime.internal.dispatch.Dispatcher}.
 */
@NullMarked
package dev.longhaul.runtime.internal.dispatch;

import org.jspecify.annotations.NullMarked;
