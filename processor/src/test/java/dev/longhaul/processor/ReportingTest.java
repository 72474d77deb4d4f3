package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class ReportingTest {

  @Test
  void allMistakesOfAllHandlers_areReportedAtOnce() {
    Compilation compilation =
        Compilations.compile(
            Compilations.source(
                """
                package com.acme;
                import dev.longhaul.api.*;
                @AsyncActivityHandler(heartbeatInterval = "soon", maxConcurrent = -1)
                class One {
                  @OnStart private static void run() {}
                }
                @AsyncActivityHandler
                abstract class Two {
                  private Two() {}
                }
                class Three {
                  @OnCancel void stop() {}
                }
                """));
    assertThat(compilation.errors().stream().map(error -> error.getMessage(Locale.ROOT)))
        .hasSize(6)
        .anyMatch(message -> message.contains("\"soon\""))
        .anyMatch(message -> message.contains("maxConcurrent is -1"))
        .anyMatch(message -> message.contains("is private") && message.contains("is static"))
        .anyMatch(message -> message.contains("abstract") && message.contains("no @OnStart"))
        .anyMatch(message -> message.contains("no constructor"))
        .anyMatch(message -> message.contains("Three, which is no handler"));
  }

  @Test
  void undefinedTypes_areLeftToTheCompiler() {
    Compilation compilation =
        Compilations.compile(
            Compilations.source(
                """
                package com.acme;
                import dev.longhaul.api.*;
                @AsyncActivityHandler(contract = Missing.class, maxConcurrent = "x", nonsense = 1)
                class Foo extends Absent {
                  @OnStart Gone<String> run(Lost in, PendingActivity<Away> p) { return null; }
                  @OnCancel void stop(Nowhere n) {}
                }
                """));
    assertThat(compilation.status()).isEqualTo(Compilation.Status.FAILURE);
    assertThat(compilation.errors().stream().map(error -> error.getMessage(Locale.ROOT)))
        .anyMatch(message -> message.contains("cannot find symbol"))
        .noneMatch(message -> message.contains("Exception"));
  }

  @Test
  void twoHandlersWithOneModuleName_areReportedNotThrown() {
    Compilation compilation =
        Compilations.compile(
            Compilations.source(
                """
                package com.acme;
                import dev.longhaul.api.*;
                class Outer {
                  @AsyncActivityHandler static class Inner { @OnStart void run() {} }
                }
                @AsyncActivityHandler class Outer_Inner { @OnStart void run() {} }
                """));
    assertThat(compilation.errors())
        .singleElement()
        .satisfies(
            error ->
                assertThat(error.getMessage(Locale.ROOT))
                    .contains("Outer_Inner_AsyncActivityModule could not be written"));
  }

  @Test
  void suppressedWarnings_areSilent() {
    Compilation compilation =
        Compilations.compile(
            Compilations.source(
                """
                package com.acme;
                import dev.longhaul.api.*;
                @SuppressWarnings("longhaul")
                @AsyncActivityHandler(maxOutstanding = 5)
                class Foo { @OnStart void run() {} }
                """));
    assertThat(compilation.diagnostics()).isEmpty();
  }
}
