/**
 * Finds the effective settings of handlers: {@link
 * dev.longhaul.runtime.internal.config.SettingsResolver}.
 */
@NullMarked
package dev.longhaul.runtime.internal.config;

import org.jspecify.annotations.NullMarked;
