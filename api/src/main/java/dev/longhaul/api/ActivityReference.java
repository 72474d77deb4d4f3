package dev.longhaul.api;

/**
 * How an activity execution is addressed: by a {@link TaskToken}, exactly one attempt, or by a
 * {@link FullActivityId}, whatever attempt is current. Immutable and thread-safe.
 */
public sealed interface ActivityReference permits TaskToken, FullActivityId {

  /**
   * Twelve hexadecimal digits that name this reference in logs without giving it away: the start of
   * the SHA-256 of the token, or of namespace, workflow, run and activity id separated by NUL.
   */
  String digest();

  /**
   * This reference as text to be stored or sent, which {@link #parse} reads. It consists of
   * letters, digits and {@code -._~} alone, so that URLs, file names, shells and mails leave it as
   * it is, and holds the digest as a checksum. The text of a token is as secret as the token.
   */
  String toText();

  /**
   * Reads what {@link #toText} wrote, whichever of the two it is; white space around it is ignored.
   *
   * @throws IllegalArgumentException if it is something else, or was cut off or changed; the
   *     message does not repeat the text
   */
  static ActivityReference parse(String text) {
    return ReferenceText.parse(text);
  }
}
