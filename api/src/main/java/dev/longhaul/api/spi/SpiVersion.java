package dev.longhaul.api.spi;

import java.util.Optional;

/**
 * The version of what generated code, the api and the runtime expect of each other. It changes when
 * one that was compiled for the version before would not work.
 *
 * <p>The annotation processor writes the version that it knows into what it generates, the compiler
 * the one of {@link #CURRENT} into the runtime; both are compared when an injector is created.
 */
public final class SpiVersion {
  /** The version of this api; compilers copy it into what uses it. */
  public static final int CURRENT = 1;

  private SpiVersion() {}

  /**
   * Says what to do, if the class was generated or compiled for another version than that of the
   * api that is here.
   */
  public static Optional<String> mismatch(Class<?> user, int version) {
    return version == CURRENT
        ? Optional.empty()
        : Optional.of(
            user.getName()
                + " of "
                + Origin.of(user)
                + " is made for version "
                + version
                + " of Longhaul's SPI, and the longhaul-api here, "
                + Origin.of(SpiVersion.class)
                + ", has version "
                + CURRENT
                + ". Use one version of longhaul-processor, longhaul-api and longhaul-runtime, and"
                + " compile the handlers again with it.");
  }
}
