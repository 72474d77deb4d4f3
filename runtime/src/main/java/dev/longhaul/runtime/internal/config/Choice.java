package dev.longhaul.runtime.internal.config;

/**
 * The value of a handler's setting that counts.
 *
 * @param text as it is written
 * @param source where it stands
 * @param checked whether it was checked where it was read
 */
record Choice(String text, String source, boolean checked) {

  static Choice of(Found found) {
    return new Choice(found.value(), found.place(), true);
  }

  static Choice builtIn(Setting<?> setting) {
    return new Choice(setting.builtIn(), Explained.BUILT_IN, true);
  }

  /** The same, of which something is wrong that only shows now. */
  Choice unchecked() {
    return new Choice(text, source, false);
  }
}
