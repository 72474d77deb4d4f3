package dev.longhaul.api.options;

/** How requests are compressed. */
public enum Compression {
  /** Not at all: most requests are small, and time counts more than bytes. */
  NONE,
  /**
   * With gzip, for slow networks and large payloads. A server, or a proxy before it, that does not
   * know gzip answers {@code UNIMPLEMENTED}.
   */
  GZIP
}
