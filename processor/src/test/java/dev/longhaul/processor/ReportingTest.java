package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said beside what, and when nothing is said. */
final class ReportingTest {
  private static final String IMPORTS =
      """
      package com.acme;
      import dev.longhaul.api.*;
      """;

  @Test
  void undefinedTypes_areLeftToTheCompiler() {
    Compilation compilation =
        compile(
            """
            @AsyncActivityHandler(contract = Missing.class, nonsense = 1, name = Unknown.NAME)
            class Foo extends Absent {
              @Lacking Foo(Nothing n) {}
              @OnStart Gone<String> run(Lost in, PendingActivity<Away> p) { return null; }
              @OnCancel void stop(Nowhere n) {}
              @Unheard void beat(java.util.List<? extends Nil[]> list) {}
            }
            """);
    assertThat(compilation.errors()).isNotEmpty().allMatch(error -> Shown.id(error) == null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Foo { @OnBegin void run() {} }",
        "class Foo { @Injected Foo(String a) {} @OnStart void run() {} }",
        "class Foo extends Base { }\nabstract class Base extends Absent {}",
        "class Foo extends Base { }\nabstract class Base { @OnStart void run(Absent a) {} }",
        "class Foo { @OnStart <T extends Absent> void run(T t) {} }",
        "class Foo { Absent field; @OnStart void run() {} }",
        "class Foo { @OnStart void run() throws Absent {} }",
        "class Foo { @Deprecated(since = Absent.SINCE) @OnStart void run() {} }",
      })
  void whatAnUndefinedTypeMayExplain_isNotReported(String handler) {
    assertThat(ids(compile("@AsyncActivityHandler\n" + handler)))
        .doesNotContain("LH008", "LH050", "LH199");
  }

  @Test
  void whatIsWrongWithAnyTypes_isReportedBesideUndefinedOnes() {
    Compilation compilation =
        compile(
            """
            @AsyncActivityHandler(heartbeatInterval = "10")
            abstract class Foo {
              @OnStart private void run(Absent a) {}
            }
            class NoHandler {
              @OnStart void run(Absent a) {}
            }
            """);
    assertThat(ids(compilation)).containsExactlyInAnyOrder("LH002", "LH021", "LH052", "LH083");
    assertThat(compilation.errors()).anyMatch(error -> Shown.text(error).contains("Absent"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "activityType = 5",
        "maxConcurrent = \"x\"",
        "contract = 5",
        "onPause = null",
        "name = null"
      })
  void valuesOfOtherTypes_areLeftToTheCompiler(String attributes) {
    Compilation compilation =
        compile(
            "@AsyncActivityHandler(%s) class Foo { @OnStart void run() {} }".formatted(attributes));

    assertThat(compilation.errors()).isNotEmpty();
    assertThat(ids(compilation)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        @SuppressWarnings("LH030")
        @AsyncActivityHandler(maxOutstanding = 5) class Foo { @OnStart void run() {} }
        """,
        """
        @SuppressWarnings({"unused", "LH030"})
        class Outer {
          static class Middle {
            @AsyncActivityHandler(maxOutstanding = 5) static class Foo { @OnStart void run() {} }
          }
        }
        """,
        """
        @AsyncActivityHandler class Foo {
          @OnStart @SuppressWarnings("LH078") void run(ActivityContext context) {}
        }
        """,
        """
        @AsyncActivityHandler class Foo {
          @OnStart void run(@SuppressWarnings("LH078") ActivityContext context) {}
        }
        """
      })
  void warningsThatAreSuppressedById_areSilent(String source) {
    assertThat(compile(source).diagnostics()).isEmpty();
  }

  @Test
  void warningsUnderAnotherId_andErrors_areNotSuppressed() {
    Compilation compilation =
        compile(
            """
            @SuppressWarnings({"LH029", "LH022"})
            @AsyncActivityHandler(maxOutstanding = 5, cancellationGrace = "0s")
            class Foo { @OnStart void run() {} }
            """);
    assertThat(ids(compilation)).containsExactlyInAnyOrder("LH022", "LH030");
  }

  @Test
  void classOfTheModulesName_isReportedAtTheHandler() {
    Compilation compilation =
        compile(
            """
            @AsyncActivityHandler class Foo { @OnStart void run() {} }
            class Foo_AsyncActivityModule {}
            """);
    assertThat(ids(compilation)).containsExactly("LH101");
  }

  private static Compilation compile(String source) {
    return Compilations.compile(Compilations.source(IMPORTS + source));
  }

  private static List<String> ids(Compilation compilation) {
    return compilation.diagnostics().stream().map(Shown::id).filter(Objects::nonNull).toList();
  }
}
