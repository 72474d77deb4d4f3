/**
 * Reads configuration: of handlers by {@link
 * dev.longhaul.runtime.internal.config.SettingsResolver}, of the connection by {@link
 * dev.longhaul.runtime.internal.config.ProfileReader}.
 */
@NullMarked
package dev.longhaul.runtime.internal.config;

import org.jspecify.annotations.NullMarked;
