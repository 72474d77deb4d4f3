package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ContractMistakesTest {
  private static final JavaFileObject ACTIVITY_METHOD =
      Compilations.source(
          "package io.temporal.activity; public @interface ActivityMethod { String name() default"
              + " \"\"; }");
  private static final JavaFileObject ACTIVITY_INTERFACE =
      Compilations.source(
          "package io.temporal.activity; public @interface ActivityInterface { String namePrefix()"
              + " default \"\"; }");
  private static final JavaFileObject MEDIA =
      Compilations.source(
          """
          package com.acme;
          import io.temporal.activity.*;
          import java.util.List;
          @ActivityInterface(namePrefix = "Media_")
          interface Media extends Probing {
            List<String> transcode(String source, int quality);
            @ActivityMethod(name = "purge-all") void purge();
            static void helper() {}
          }
          interface Probing {
            boolean probe(List<String> sources);
          }
          """);

  @ParameterizedTest
  @MethodSource
  void handlerThatDoesNotFit_isReported(Mistake mistake) {
    mistake.assertReported(ACTIVITY_METHOD, ACTIVITY_INTERFACE, MEDIA);
  }

  static Stream<Mistake> handlerThatDoesNotFit_isReported() {
    return Stream.of(
        Mistake.inAnnotation(
            "no interface",
            "contract = String.class",
            "contract java.lang.String is no interface",
            "Fix: name the interface"),
        Mistake.inAnnotation(
            "unknown type",
            "contract = Media.class",
            "contract Media has no method for the activity type \"Foo\"",
            "[Media_Probe, Media_Transcode, purge-all]"),
        mistake(
            "another input",
            "Media_Transcode",
            "@OnStart List<String> run(String source, long quality) { return null; } // <-",
            "does not have the inputs and the result of Media.transcode",
            "Fix: declare it as java.util.List<java.lang.String> run(java.lang.String source, int"
                + " quality)"),
        mistake(
            "one input less",
            "Media_Transcode",
            "@OnStart List<String> run(String source, ActivityContext c) { return null; } // <-",
            "does not have the inputs"),
        mistake(
            "another type argument",
            "Media_Probe",
            "@OnStart boolean run(List<Integer> sources) { return true; } // <-",
            "boolean run(java.util.List<java.lang.String> sources)"),
        mistake(
            "another result of a stage",
            "Media_Probe",
            "@OnStart CompletionStage<String> run(List<String> sources) { return null; } // <-",
            "Fix: declare it as CompletionStage<java.lang.Boolean> run("),
        mistake(
            "no result where one is expected",
            "Media_Probe",
            "@OnStart void run(List<String> sources, PendingActivity<Void> p) {} // <-",
            "void run(java.util.List<java.lang.String> sources, PendingActivity<java.lang.Boolean>"
                + " pending)"),
        mistake(
            "a result where none is expected",
            "purge-all",
            "@OnStart String run() { return null; } // <-",
            "void run()"));
  }

  @Test
  void handlersThatFit_areAccepted() {
    Compilation compilation =
        Compilations.compile(
            ACTIVITY_METHOD,
            ACTIVITY_INTERFACE,
            MEDIA,
            Compilations.source(
                """
                package com.acme;
                import dev.longhaul.api.*;
                import java.util.*;
                import java.util.concurrent.*;
                class Handlers {
                  interface Plain { Object call(); }
                  @AsyncActivityHandler(activityType = "Media_Transcode", contract = Media.class)
                  static class A {
                    @OnStart List<String> run(ActivityContext c, String source, Integer quality) {
                      return null;
                    }
                  }
                  @AsyncActivityHandler(activityType = "Media_Probe", contract = Media.class)
                  static class B {
                    @OnStart CompletionStage<Boolean> run(List<String> s) { return null; }
                  }
                  @AsyncActivityHandler(activityType = "purge-all", contract = Media.class)
                  static class C {
                    @OnStart void run(PendingActivity<Void> p) {}
                  }
                  @AsyncActivityHandler(activityType = "Call", contract = Handlers.Plain.class)
                  static class D {
                    @OnStart Object run() { return null; }
                  }
                }
                """));
    assertThat(compilation.diagnostics()).isEmpty();
  }

  private static Mistake mistake(
      String name, String activityType, String method, String... messageParts) {
    String source =
        "@AsyncActivityHandler(activityType = \"%s\", contract = Media.class)\nclass Foo {\n%s\n}";
    return Mistake.of(name, source.formatted(activityType, method), messageParts);
  }
}
