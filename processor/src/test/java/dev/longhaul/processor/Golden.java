package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected texts in files; {@code -Dlonghaul-test.rewrite=true} writes them anew. */
final class Golden {
  static final boolean REWRITE = Boolean.getBoolean("longhaul-test.rewrite");

  private Golden() {}

  static void assertThatFileHas(Path file, String text) throws IOException {
    if (REWRITE) {
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }
}
