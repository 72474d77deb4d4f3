package dev.longhaul.runtime.internal.tls;

/** Something read from PEM sources, whose files may change. */
interface Reloadable {

  /**
   * Looks whether the source has changed, and uses what it holds now. Blocks on the files.
   *
   * @return whether it had changed
   * @throws IllegalArgumentException if it holds nothing usable; what was used before stays in use
   */
  boolean reload();
}
