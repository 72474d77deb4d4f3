package dev.longhaul.processor;

import com.palantir.javapoet.ClassName;

/** The names of generated classes; users see them, so they are fixed. */
final class Names {
  private Names() {}

  /** {@code Outer_Inner_AsyncActivityModule}, beside the handler. */
  static ClassName module(ClassName handler) {
    return beside(handler, "_AsyncActivityModule");
  }

  /** {@code Outer_Inner_HandlerIndex}, beside the first handler. */
  static ClassName index(ClassName firstHandler) {
    return beside(firstHandler, "_HandlerIndex");
  }

  /** The activity type that a class name says: the part before {@code Handler}, if there is one. */
  static String activityType(String simpleName) {
    return simpleName.endsWith("Handler") && simpleName.length() > "Handler".length()
        ? simpleName.substring(0, simpleName.length() - "Handler".length())
        : simpleName;
  }

  private static ClassName beside(ClassName handler, String suffix) {
    return ClassName.get(handler.packageName(), String.join("_", handler.simpleNames()) + suffix);
  }
}
