package dev.longhaul.api.spi;

import java.security.CodeSource;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/** Where a class was loaded from: its jar or folder. */
final class Origin {
  private Origin() {}

  static String of(Class<?> type) {
    ProtectionDomain domain = type.getProtectionDomain();
    @Nullable CodeSource source = domain == null ? null : domain.getCodeSource();
    return source == null || source.getLocation() == null
        ? "an unknown place"
        : source.getLocation().toString();
  }
}
