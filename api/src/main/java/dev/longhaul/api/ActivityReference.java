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
}
