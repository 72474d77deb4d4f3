/**
 * What an activity of the official Java SDK needs to become one of Longhaul's: {@link
 * dev.longhaul.sdk.SdkHandOff}.
 */
@NullMarked
package dev.longhaul.sdk;

import org.jspecify.annotations.NullMarked;
