/**
 * A server that sees ciphertext alone: start at {@link
 * dev.longhaul.samples.encrypted.EncryptedSample}.
 */
@NullMarked
package dev.longhaul.samples.encrypted;

import org.jspecify.annotations.NullMarked;
