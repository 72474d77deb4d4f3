/**
 * Values to payloads and back, throwables to failures: {@link
 * dev.longhaul.runtime.internal.convert.PayloadMapper}.
 */
@NullMarked
package dev.longhaul.runtime.internal.convert;

import org.jspecify.annotations.NullMarked;
