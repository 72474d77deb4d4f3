/**
 * Certificates and keys in PEM form, and their rotation while a connection is open: {@link
 * dev.longhaul.runtime.internal.tls.TlsMaterial}.
 */
@NullMarked
package dev.longhaul.runtime.internal.tls;

import org.jspecify.annotations.NullMarked;
