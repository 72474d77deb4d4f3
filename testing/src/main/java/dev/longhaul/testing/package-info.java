/**
 * A fake clock, a fake Temporal service and the embedded Temporal server for tests; start at {@link
 * dev.longhaul.testing.FakeTemporalService}.
 */
@NullMarked
package dev.longhaul.testing;

import org.jspecify.annotations.NullMarked;
