/**
 * Two sequences of greetings in parallel, whose activities another thread completes: start at
 * {@link dev.longhaul.samples.greeting.ComposeGreetingHandler}.
 */
@NullMarked
package dev.longhaul.samples.greeting;

import org.jspecify.annotations.NullMarked;
