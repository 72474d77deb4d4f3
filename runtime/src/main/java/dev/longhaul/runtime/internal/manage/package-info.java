/**
 * Looks after every attempt from its receipt to its acknowledged end: {@link
 * dev.longhaul.runtime.internal.manage.ActivityManager}.
 */
@NullMarked
package dev.longhaul.runtime.internal.manage;

import org.jspecify.annotations.NullMarked;
