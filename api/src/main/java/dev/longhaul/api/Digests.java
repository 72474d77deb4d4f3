package dev.longhaul.api;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of an activity reference. */
final class Digests {
  private static final int BYTES_SHOWN = 6;

  private Digests() {}

  static String of(ByteBuffer content) {
    MessageDigest sha256 = sha256();
    sha256.update(content);
    return HexFormat.of().formatHex(sha256.digest(), 0, BYTES_SHOWN);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      // Every Java platform is required to have it (java.security.MessageDigest).
      throw new IllegalStateException("this Java runtime lacks SHA-256", e);
    }
  }
}
