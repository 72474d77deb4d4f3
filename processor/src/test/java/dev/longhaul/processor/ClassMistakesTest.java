package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ClassMistakesTest {

  @ParameterizedTest
  @MethodSource
  void classMistake_isReportedAtItsPlace(Mistake mistake) {
    mistake.assertReported();
  }

  static Stream<Mistake> classMistake_isReportedAtItsPlace() {
    return Stream.of(
        Mistake.of(
            "abstract",
            "@AsyncActivityHandler abstract class Foo { // <-\n@OnStart void run() {}\n}",
            "handler Foo is abstract, so the runtime cannot create it. Fix: make it a concrete"
                + " class"),
        Mistake.of(
            "interface",
            "@AsyncActivityHandler interface Foo { // <-\n@OnStart void run();\n}",
            "Foo, which is no class",
            "Fix: annotate a class"),
        Mistake.of(
            "enum",
            "@AsyncActivityHandler enum Foo { // <-\nA;\n@OnStart void run() {}\n}",
            "Foo, which is no class"),
        Mistake.of(
            "annotation",
            "@AsyncActivityHandler @interface Foo { // <-\n}",
            "Foo, which is no class"),
        Mistake.of(
            "record with components and no @Inject",
            """
            @AsyncActivityHandler record Foo(String a) { // <-
              @OnStart void run() {}
            }
            """,
            "has no constructor that Guice can use"),
        Mistake.of(
            "private",
            """
            class Outer {
              @AsyncActivityHandler private static class Foo { // <-
                Foo() {}
                @OnStart void run() {}
              }
            }
            """,
            "handler Outer.Foo is private",
            "Fix: make it package-private"),
        Mistake.of(
            "in a private class",
            """
            class Outer {
              private static class Middle {
                @AsyncActivityHandler static class Foo { // <-
                  @OnStart void run() {}
                }
              }
            }
            """,
            "handler Outer.Middle.Foo is private or in a private class"),
        Mistake.of(
            "inner",
            """
            class Outer {
              @AsyncActivityHandler class Foo { // <-
                @OnStart void run() {}
              }
            }
            """,
            "handler Outer.Foo is an inner class",
            "Fix: make it static"),
        Mistake.of(
            "generic",
            "@AsyncActivityHandler class Foo<T> { // <-\n@OnStart void run(T t) {}\n}",
            "handler Foo has type parameters",
            "Fix: write the actual types"),
        Mistake.inHandler(
            "constructor with parameters",
            "Foo(String a) {} // <-\n@OnStart void run() {}",
            "handler Foo has no constructor that Guice can use",
            "Fix: annotate one with jakarta.inject.Inject"),
        Mistake.inHandler(
            "private constructor without parameters",
            "private Foo() {} // <-\n@OnStart void run() {}",
            "has no constructor that Guice can use"),
        Mistake.of(
            "several constructors, none right",
            """
            @AsyncActivityHandler class Foo { // <-
              Foo(String a) {}
              Foo(int a) {}
              @OnStart void run() {}
            }
            """,
            "has no constructor that Guice can use"),
        Mistake.inHandler(
            "two @Inject constructors",
            """
            @Inject Foo(String a) {}
            @com.google.inject.Inject Foo(int a) {} // <-
            @OnStart void run() {}
            """,
            "has several constructors with @Inject"));
  }

  @Test
  void unnamedPackage_isReported() {
    Compilation compilation =
        Compilations.compile(
            Compilations.source(
                "@dev.longhaul.api.AsyncActivityHandler class Foo { @dev.longhaul.api.OnStart void"
                    + " run() {} }"));
    assertThat(compilation.errors())
        .singleElement()
        .satisfies(
            error ->
                assertThat(error.getMessage(null))
                    .contains("handler Foo is in the unnamed package", "Fix: put it in a package"));
  }

  @Test
  void javaxInject_isToldToBeIgnored() {
    Mistake.inHandler(
            "javax.inject",
            "@javax.inject.Inject Foo(String a) {} // <-\n@OnStart void run() {}",
            "javax.inject.Inject, which Guice ignores since version 7",
            "Fix: import jakarta.inject.Inject")
        .assertReported(Compilations.source("package javax.inject; public @interface Inject {}"));
  }

  @Test
  void injectableClasses_areAccepted() {
    Compilation compilation =
        Compilations.compile(
            Compilations.source(
                """
                package com.acme;
                import dev.longhaul.api.*;
                class Outer {
                  @AsyncActivityHandler static class NoConstructor { @OnStart void run() {} }
                  @AsyncActivityHandler static class Private {
                    @jakarta.inject.Inject private Private(String a) {}
                    @OnStart void run() {}
                  }
                  @AsyncActivityHandler static class Both {
                    Both() {}
                    @com.google.inject.Inject Both(int a) {}
                    @OnStart void run() {}
                  }
                  @AsyncActivityHandler record Values(String a) {
                    @jakarta.inject.Inject Values {}
                    @OnStart void run() {}
                  }
                  @AsyncActivityHandler protected static class Protected { @OnStart void run() {} }
                }
                """));
    assertThat(compilation.diagnostics()).isEmpty();
  }
}
