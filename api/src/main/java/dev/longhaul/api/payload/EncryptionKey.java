package dev.longhaul.api.payload;

import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key for AES-256 with the id by which payloads name it. Immutable and thread-safe.
 *
 * @param id sent in the clear with everything that the key encrypts; must not be the key itself
 * @param key an AES key of 256 bits, or one that keeps its bits to itself
 */
public record EncryptionKey(String id, SecretKey key) {
  private static final String ALGORITHM = "AES";
  private static final int BYTES = 32;

  /**
   * @throws IllegalArgumentException if the id is blank, or the key is not one for AES-256
   */
  public EncryptionKey {
    if (id.isBlank()) {
      throw new IllegalArgumentException(
          "the id of an encryption key is blank, but payloads name their key by it; give it one, for"
              + " example \"2026-11\"");
    }
    if (!key.getAlgorithm().equalsIgnoreCase(ALGORITHM)) {
      throw new IllegalArgumentException(
          "encryption key \"" + id + "\" is for " + key.getAlgorithm() + "; it must be for AES");
    }
    byte[] bits = key.getEncoded();
    if (bits != null) {
      Arrays.fill(bits, (byte) 0);
      checkLength(id, bits.length);
    }
  }

  /**
   * A key of these 32 bytes, which are copied.
   *
   * @throws IllegalArgumentException if there are not 32
   */
  public static EncryptionKey of(String id, byte[] key) {
    checkLength(id, key.length);
    return new EncryptionKey(id, new SecretKeySpec(key, ALGORITHM));
  }

  private static void checkLength(String id, int length) {
    if (length != BYTES) {
      throw new IllegalArgumentException(
          "encryption key \""
              + id
              + "\" has "
              + length
              + " bytes, but AES-256 needs "
              + BYTES
              + "; generate that many at random, do not use a password");
    }
  }

  /** The id alone. */
  @Override
  public String toString() {
    return "EncryptionKey[" + id + "]";
  }
}
