package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.auto.common.MoreElements;
import com.google.testing.compile.Compilation;
import dev.longhaul.api.spi.HandlerIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.StreamSupport;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

final class IndexTest {
  private static final String HANDLER =
      "package %s; @dev.longhaul.api.AsyncActivityHandler(name = \"%s-%s\")%n"
          + "class %s { @dev.longhaul.api.OnStart void run() {} }";

  @Test
  void index_listsTheHandlersOfAllPackages_byName() {
    Compilation compilation =
        Compilations.compile(
            handler("com.acme.b", "One"), handler("com.acme.a", "Two"), handler("com.acme", "Z"));
    assertThat(indexes(compilation))
        .containsExactly(
            Map.entry(
                "com.acme.Z_HandlerIndex",
                List.of(
                    "com.acme.Z_AsyncActivityModule",
                    "com.acme.a.Two_AsyncActivityModule",
                    "com.acme.b.One_AsyncActivityModule")));
  }

  @Test
  void option_namesTheIndex() {
    Compilation compilation =
        Compilations.compile(
            List.of("-Alonghaul.index=org.other.Handlers"), handler("com.acme", "One"));
    assertThat(indexes(compilation))
        .containsExactly(
            Map.entry("org.other.Handlers", List.of("com.acme.One_AsyncActivityModule")));
  }

  @Test
  void optionThatIsNoName_isReported() {
    Compilation compilation =
        Compilations.compile(List.of("-Alonghaul.index=a.b-c"), handler("com.acme", "One"));
    assertThat(compilation.errors())
        .singleElement()
        .satisfies(
            error ->
                assertThat(error.getMessage(Locale.ROOT))
                    .contains("-Alonghaul.index=a.b-c is no class name", "Fix:"));
  }

  @Test
  void noHandlers_noIndex() {
    Compilation compilation = Compilations.compile(Compilations.source("package a; class B {}"));
    assertThat(indexes(compilation)).isEmpty();
  }

  @Test
  void handlerGeneratedInTheFirstRound_isInTheSameIndex() {
    assertThat(indexes(compileWithGenerated(1)))
        .containsExactly(
            Map.entry(
                "com.acme.First_HandlerIndex",
                List.of(
                    "com.acme.First_AsyncActivityModule", "com.acme.Late_AsyncActivityModule")));
  }

  @Test
  void handlerGeneratedAfterTheIndex_hasAnIndexOfItsOwn() {
    assertThat(indexes(compileWithGenerated(2)))
        .containsExactly(
            Map.entry("com.acme.First_HandlerIndex", List.of("com.acme.First_AsyncActivityModule")),
            Map.entry("com.acme.Late_HandlerIndex", List.of("com.acme.Late_AsyncActivityModule")));
  }

  @Test
  void handlerThatNeedsAGeneratedType_waitsForIt() {
    Compilation compilation =
        Compilations.compilerWith(List.of("-Werror"), new Generating(1))
            .compile(
                Compilations.source(
                    """
                    package com.acme;
                    @dev.longhaul.api.AsyncActivityHandler
                    class First { @dev.longhaul.api.OnStart void run(Late late) {} }
                    """));
    assertThat(indexes(compilation))
        .containsExactly(
            Map.entry(
                "com.acme.First_HandlerIndex",
                List.of(
                    "com.acme.First_AsyncActivityModule", "com.acme.Late_AsyncActivityModule")));
  }

  // -Werror: a source file written in the last round would be a warning.
  private static Compilation compileWithGenerated(int round) {
    return Compilations.compilerWith(List.of("-Werror"), new Generating(round))
        .compile(handler("com.acme", "First"));
  }

  private static JavaFileObject handler(String packageName, String name) {
    return Compilations.source(text(packageName, name));
  }

  private static String text(String packageName, String name) {
    return HANDLER.formatted(packageName, packageName.replace('.', '-'), name, name);
  }

  private static List<Map.Entry<String, List<String>>> indexes(Compilation compilation) {
    assertThat(compilation.diagnostics()).isEmpty();
    ServiceLoader<HandlerIndex> loaded =
        ServiceLoader.load(HandlerIndex.class, Compilations.loader(compilation));
    return StreamSupport.stream(loaded.spliterator(), false)
        .map(index -> Map.entry(index.getClass().getName(), modules(index)))
        .toList();
  }

  private static List<String> modules(HandlerIndex index) {
    return index.modules().stream().map(module -> module.getClass().getName()).toList();
  }

  /** Writes the handler {@code com.acme.Late} in a given round. */
  @SupportedAnnotationTypes("*")
  private static final class Generating extends AbstractProcessor {
    private final int round;
    private int current;

    Generating(int round) {
      this.round = round;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
      current++;
      if (current == round) {
        Element origin = environment.getRootElements().iterator().next();
        try (Writer writer =
            processingEnv
                .getFiler()
                .createSourceFile("com.acme.Late", MoreElements.asType(origin))
                .openWriter()) {
          writer.write(text("com.acme", "Late"));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }
  }
}
