package dev.longhaul.api.payload;

/**
 * A converter or codec cannot make or read a payload, for a reason that may be shown.
 *
 * <p>The message of any other exception is kept back, since messages quote values. This one's ends
 * up in logs and in failures that workflows see: it names types, encodings, sizes and ids of keys,
 * and never a value, a key or anything that was decrypted.
 */
public final class PayloadException extends Exception {
  /** Without a cause: a cause would be printed with it. */
  public PayloadException(String message) {
    super(message);
  }
}
