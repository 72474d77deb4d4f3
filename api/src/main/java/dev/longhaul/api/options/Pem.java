package dev.longhaul.api.options;

import java.nio.file.Path;

/**
 * Where certificates or a private key come from, in PEM form. Immutable; its text form shows no
 * content.
 */
public sealed interface Pem {

  /** A file, which is read again when it changes. */
  static Pem file(Path path) {
    return new PemFile(path);
  }

  /**
   * The PEM text itself.
   *
   * @throws IllegalArgumentException if it is blank
   */
  static Pem text(String text) {
    return new PemText(text);
  }

  /** A file. */
  record PemFile(Path path) implements Pem {
    @Override
    public String toString() {
      return path.toString();
    }
  }

  /** PEM text. */
  record PemText(String text) implements Pem {
    /**
     * @throws IllegalArgumentException if it is blank
     */
    public PemText {
      Checks.that(!text.isBlank(), "the PEM text is blank; leave it out, or give it its content");
    }

    /** Where it is, not what it is. */
    @Override
    public String toString() {
      return "PEM text";
    }
  }
}
