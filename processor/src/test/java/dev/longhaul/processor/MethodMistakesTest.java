package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MethodMistakesTest {

  @ParameterizedTest
  @MethodSource
  void methodMistake_isReportedAtItsPlace(Mistake mistake) {
    mistake.assertReported();
  }

  static Stream<Mistake> methodMistake_isReportedAtItsPlace() {
    return Stream.of(
        Mistake.of(
            "no @OnStart",
            "@AsyncActivityHandler class Foo { // <-\n@OnCancel void stop() {}\n}",
            "handler Foo has no @OnStart method, so there is no work to start",
            "Fix: annotate the method that starts it"),
        Mistake.inHandler(
            "two @OnStart",
            "@OnStart void one() {}\n@OnStart void two() {} // <-",
            "handler Foo has two @OnStart methods, one and two",
            "Fix: keep one"),
        Mistake.inHandler(
            "two @OnHeartbeat",
            "@OnStart void run() {}\n@OnHeartbeat void one() {}\n@OnHeartbeat void two() {} // <-",
            "two @OnHeartbeat methods"),
        Mistake.inHandler(
            "two @OnCancel",
            "@OnStart void run() {}\n@OnCancel void one() {}\n@OnCancel void two() {} // <-",
            "two @OnCancel methods"),
        Mistake.inHandler(
            "two roles",
            "@OnStart @OnCancel\nvoid run() {} // <-",
            "@OnStart method Foo.run is an @OnCancel method as well",
            "Fix: write two methods"),
        Mistake.inHandler(
            "private", "@OnStart private void run() {} // <-", "Foo.run is private", "Fix:"),
        Mistake.inHandler(
            "static", "@OnStart static void run() {} // <-", "Foo.run is static", "Fix:"),
        Mistake.inHandler(
            "generic", "@OnStart <T> void run(T t) {} // <-", "has type parameters", "Fix:"),
        Mistake.inHandler(
            "varargs",
            "@OnStart void run(String... a) {} // <-",
            "takes a variable number of arguments",
            "Fix: take an array"),
        Mistake.inHandler(
            "private hook",
            "@OnStart void run() {}\n@OnHeartbeat private void beat() {} // <-",
            "@OnHeartbeat method Foo.beat is private"),
        Mistake.inHandler(
            "StopRequest in @OnStart",
            "@OnStart void run(\nStopRequest why // <-\n) {}",
            "takes a StopRequest, which only @OnCancel has"),
        Mistake.inHandler(
            "ActivityContext twice",
            "@OnStart void run(ActivityContext a,\nActivityContext b // <-\n) {}",
            "takes dev.longhaul.api.ActivityContext twice"),
        Mistake.inHandler(
            "PendingActivity twice",
            "@OnStart void run(PendingActivity<Void> a,\nPendingActivity<Void> b // <-\n) {}",
            "takes dev.longhaul.api.PendingActivity<java.lang.Void> twice"),
        Mistake.inHandler(
            "both",
            "@OnStart void run(ActivityContext a,\nPendingActivity<Void> b // <-\n) {}",
            "takes both ActivityContext and PendingActivity",
            "Fix: take PendingActivity alone"),
        Mistake.inHandler(
            "both, the other way round",
            "@OnStart void run(PendingActivity<Void> a,\nActivityContext b // <-\n) {}",
            "takes both ActivityContext and PendingActivity"),
        Mistake.inHandler(
            "hidden input type",
            "private record In() {}\n@OnStart void run(\nList<In[]> in // <-\n) {}",
            "com.acme.Foo.In, which generated code in its package cannot name",
            "Fix: make the type package-private"),
        Mistake.inHandler(
            "result and PendingActivity",
            "@OnStart String run(PendingActivity<String> p) { return null; } // <-",
            "returns java.lang.String and takes a PendingActivity",
            "Fix: return void"),
        Mistake.inHandler(
            "raw PendingActivity",
            "@OnStart void run(\nPendingActivity p // <-\n) {}",
            "does not tell the type of the result",
            "Void if there is no result"),
        Mistake.inHandler(
            "wildcard PendingActivity",
            "@OnStart void run(\nPendingActivity<? extends Number> p // <-\n) {}",
            "PendingActivity<? extends java.lang.Number>, which does not tell"),
        Mistake.inHandler(
            "raw CompletionStage",
            "@OnStart CompletionStage run() { return null; } // <-",
            "does not tell the type of the result"),
        Mistake.inHandler(
            "wildcard CompletableFuture",
            "@OnStart CompletableFuture<?> run() { return null; } // <-",
            "does not tell the type of the result"),
        Mistake.inHandler(
            "Future",
            "@OnStart Future<String> run() { return null; } // <-",
            "returns java.util.concurrent.Future<java.lang.String>, a Future that cannot tell",
            "Fix: return a CompletionStage"),
        Mistake.inHandler(
            "nested stage",
            "@OnStart CompletionStage<CompletableFuture<String>> run() { return null; } // <-",
            "comes later twice",
            "Fix: flatten it, for instance with thenCompose"),
        Mistake.inHandler(
            "pending stage",
            "@OnStart void run(PendingActivity<Future<String>> p) {} // <-",
            "comes later twice"),
        Mistake.inHandler(
            "input in a hook",
            "@OnStart void run(String in) {}\n@OnHeartbeat int beat(\nString in // <-\n) { return 1; }",
            "@OnHeartbeat method Foo.beat takes java.lang.String, but a hook gets no inputs",
            "Fix: keep what it needs in a field"),
        Mistake.inHandler(
            "StopRequest in @OnHeartbeat",
            "@OnStart void run() {}\n@OnHeartbeat void beat(\nStopRequest why // <-\n) {}",
            "takes a StopRequest, which only @OnCancel has"),
        Mistake.inHandler(
            "StopRequest twice",
            "@OnStart void run() {}\n@OnCancel void stop(StopRequest a,\nStopRequest b // <-\n) {}",
            "takes dev.longhaul.api.StopRequest twice"),
        Mistake.inHandler(
            "both in a hook",
            """
            @OnStart void run(PendingActivity<Void> p) {}
            @OnCancel void stop(ActivityContext a,
            PendingActivity<Void> b // <-
            ) {}
            """,
            "takes both ActivityContext and PendingActivity"),
        Mistake.inHandler(
            "PendingActivity in a hook of a stage handler",
            """
            @OnStart CompletionStage<String> run() { return null; }
            @OnCancel void stop(
            PendingActivity<String> b // <-
            ) {}
            """,
            "takes a PendingActivity, but the @OnStart method takes none",
            "with its stage",
            "Fix: take an ActivityContext"),
        Mistake.inHandler(
            "PendingActivity in a hook of a blocking handler",
            """
            @OnStart String run() { return null; }
            @OnCancel void stop(
            PendingActivity<String> b // <-
            ) {}
            """,
            "when it returns"),
        Mistake.inHandler(
            "PendingActivity of another type",
            """
            @OnStart void run(PendingActivity<List<String>> p) {}
            @OnHeartbeat void beat(
            PendingActivity<List<Integer>> p // <-
            ) {}
            """,
            "but @OnStart completes with java.util.List<java.lang.String>",
            "Fix: take PendingActivity<java.util.List<java.lang.String>>"),
        Mistake.inHandler(
            "PendingActivity<?> in a hook",
            """
            @OnStart void run(PendingActivity<String> p) {}
            @OnHeartbeat void beat(
            PendingActivity<?> p // <-
            ) {}
            """,
            "takes dev.longhaul.api.PendingActivity<?>, but @OnStart completes with"),
        Mistake.inHandler(
            "Future from a hook",
            "@OnStart void run() {}\n@OnHeartbeat Future<Integer> beat() { return null; } // <-",
            "a Future that cannot tell"),
        Mistake.inHandler(
            "nested stage from a hook",
            """
            @OnStart void run() {}
            @OnCancel CompletionStage<Future<String>> stop() { return null; } // <-
            """,
            "comes later twice"),
        Mistake.of(
            "hook outside a handler",
            "class Foo {\n@OnHeartbeat // <-\nvoid beat() {}\n}",
            "@OnHeartbeat is on a method of Foo, which is no handler",
            "Fix: annotate Foo with @AsyncActivityHandler"),
        Mistake.of(
            "override without the annotation",
            """
            @AsyncActivityHandler class Foo extends Base {
              @Override void stop() {} // <-
            }
            abstract class Base {
              @OnStart void run() {}
              @OnCancel void stop() {}
            }
            """,
            "handler Foo overrides",
            "Base.stop, an @OnCancel method, without @OnCancel",
            "Fix: repeat the annotation"),
        Mistake.of(
            "private inherited method",
            """
            @AsyncActivityHandler class Foo extends Base { // <-
              @OnStart void run() {}
            }
            abstract class Base {
              @OnCancel private void stop() {}
            }
            """,
            "Foo.stop is private"));
  }

  @Test
  void protectedMethodOfAnotherPackage_isReportedAtTheHandler() {
    Mistake.of(
            "protected",
            "@AsyncActivityHandler class Foo extends com.other.Base { // <-\n}",
            "Foo.run is inherited from another package and not public",
            "Fix: make it public, or override it in Foo")
        .assertReported(
            Compilations.source(
                """
                package com.other;
                public abstract class Base {
                  @dev.longhaul.api.OnStart protected void run() {}
                }
                """));
  }

  @Test
  void inheritedMethods_areAccepted() {
    var compilation =
        Compilations.compile(
            Compilations.source(
                """
                package com.acme;
                import dev.longhaul.api.*;
                @AsyncActivityHandler class Foo extends Base<String> implements Beating {
                  @OnCancel void stop() {}
                }
                abstract class Base<T> {
                  @OnStart T run(T in) { return in; }
                }
                interface Beating {
                  @OnHeartbeat default int beat() { return 1; }
                }
                """));
    assertThat(compilation.diagnostics()).isEmpty();
  }

  @Test
  void overrideWithTheAnnotation_isTheOneMethod() {
    var compilation =
        Compilations.compile(
            Compilations.source(
                """
                package com.acme;
                import dev.longhaul.api.*;
                @AsyncActivityHandler class Foo extends Base {
                  @Override @OnStart String run(String in) { return in; }
                }
                abstract class Base {
                  @OnStart Object run(String in) { return in; }
                }
                """));
    assertThat(compilation.diagnostics()).isEmpty();
  }
}
