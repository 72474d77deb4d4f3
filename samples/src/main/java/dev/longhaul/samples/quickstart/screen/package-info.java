/**
 * What the user sees while the workflow runs: start at {@link
 * dev.longhaul.samples.quickstart.screen.Screen}.
 */
@NullMarked
package dev.longhaul.samples.quickstart.screen;

import org.jspecify.annotations.NullMarked;
