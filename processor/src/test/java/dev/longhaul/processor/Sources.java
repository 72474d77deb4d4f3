package dev.longhaul.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Sources from an example. It may have several files, each below a comment with its path; package
 * and imports are put before those that have none.
 */
final class Sources {
  /** One line, before the first one of the example. */
  static final String PRELUDE =
      "package com.example; import dev.longhaul.api.*; import io.temporal.activity.*; import"
          + " jakarta.inject.*; import java.io.*; import java.util.*; import"
          + " java.util.concurrent.*;\n";

  private static final Pattern FILE = Pattern.compile("(?m)^// ([\\w/]+\\.java)\n");

  private Sources() {}

  static List<JavaFileObject> of(String example) {
    return texts(example).stream().map(Compilations::source).toList();
  }

  /** Writes the files of the example. */
  static void write(String example, Workspace workspace) {
    for (JavaFileObject source : of(example)) {
      try {
        workspace.write(
            source.getName().replaceFirst("^/", ""), source.getCharContent(true).toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The options that the example says it is compiled with, in its first line. */
  static List<String> options(String example) {
    return example.startsWith("// -A")
        ? List.of(example.lines().findFirst().orElseThrow().substring(3))
        : List.of();
  }

  /** How many lines stand before the example itself. */
  static int preludeOf(@Nullable JavaFileObject file) {
    String text = Shown.content(file);
    return text != null && text.startsWith(PRELUDE) ? 1 : 0;
  }

  private static List<String> texts(String example) {
    List<String> texts = new ArrayList<>();
    Matcher file = FILE.matcher(example);
    if (!file.find()) {
      return List.of(complete(example));
    }
    int start = file.end();
    while (file.find()) {
      texts.add(complete(example.substring(start, file.start())));
      start = file.end();
    }
    texts.add(complete(example.substring(start)));
    return texts;
  }

  private static String complete(String text) {
    boolean complete = text.contains("package ") || text.startsWith("// no package");
    return complete ? text : PRELUDE + text;
  }
}
