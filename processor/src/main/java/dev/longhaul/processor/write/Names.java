package dev.longhaul.processor.write;

import com.palantir.javapoet.ClassName;

/** The names of generated classes; users see them, so they are fixed. */
public final class Names {
  private Names() {}

  /** {@code Outer_Inner_AsyncActivityModule}, beside the handler. */
  public static ClassName module(ClassName handler) {
    return beside(handler, "_AsyncActivityModule");
  }

  /** {@code Outer_Inner_HandlerIndex}, beside the first handler. */
  public static ClassName index(ClassName firstHandler) {
    return beside(firstHandler, "_HandlerIndex");
  }

  private static ClassName beside(ClassName handler, String suffix) {
    return ClassName.get(handler.packageName(), String.join("_", handler.simpleNames()) + suffix);
  }
}
