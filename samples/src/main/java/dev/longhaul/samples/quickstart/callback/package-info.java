/**
 * Where an outside service calls back: start at {@link
 * dev.longhaul.samples.quickstart.callback.CallbackServer}.
 */
@NullMarked
package dev.longhaul.samples.quickstart.callback;

import org.jspecify.annotations.NullMarked;
