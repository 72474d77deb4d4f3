package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * A row of a table of mistakes.
 *
 * @param source with {@value #MARK} at the end of the line to be blamed
 * @param messageParts what the message says, in order
 */
record Mistake(String name, String source, List<String> messageParts) {
  private static final String MARK = "// <-";
  private static final String IMPORTS =
      """
      package com.acme;
      import dev.longhaul.api.*;
      import jakarta.inject.Inject;
      import java.util.*;
      import java.util.concurrent.*;
      """;

  static Mistake of(String name, String source, String... messageParts) {
    return new Mistake(
        name, source.contains("package ") ? source : IMPORTS + source, List.of(messageParts));
  }

  /** A mistake within a handler that is right otherwise. */
  static Mistake inHandler(String name, String members, String... messageParts) {
    return of(name, "@AsyncActivityHandler class Foo {\n" + members + "\n}\n", messageParts);
  }

  /** A mistake in the annotation of a handler that is right otherwise. */
  static Mistake inAnnotation(String name, String attributes, String... messageParts) {
    String source =
        "@AsyncActivityHandler(\n%s // <-\n)\nclass Foo { @OnStart void run(String in) {} }\n";
    return of(name, source.formatted(attributes), messageParts);
  }

  void assertReported(JavaFileObject... others) {
    JavaFileObject[] sources = Arrays.copyOf(others, others.length + 1);
    sources[others.length] = Compilations.source(source);
    assertReportedOnce(Compilations.compile(sources).errors());
  }

  void assertWarned() {
    Compilation compilation = Compilations.compile(Compilations.source(source));
    assertThat(compilation.errors()).isEmpty();
    assertReportedOnce(compilation.warnings());
  }

  private void assertReportedOnce(List<Diagnostic<? extends JavaFileObject>> found) {
    assertThat(found).hasSize(1);
    Diagnostic<? extends JavaFileObject> only = found.get(0);
    assertThat(only.getMessage(Locale.ROOT)).containsSubsequence(messageParts);
    assertThat(only.getSource()).isNotNull();
    assertThat(only.getSource().getName()).endsWith(Compilations.source(source).getName());
    assertThat(only.getLineNumber()).isEqualTo(markedLine());
  }

  private int markedLine() {
    List<String> lines = source.lines().toList();
    return 1
        + IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).contains(MARK))
            .findFirst()
            .orElseThrow();
  }

  @Override
  public String toString() {
    return name;
  }
}
