package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated code is as strict as its users: all lint, and warnings are errors. */
final class LintTest {

  @ParameterizedTest
  @ValueSource(strings = {"blocking", "external", "generics", "index", "long", "nested", "stage"})
  void generatedSources_haveNoWarnings(String folder) throws IOException {
    assertCompilesStrictly(GoldenTest.inputs(GoldenTest.GOLDEN.resolve(folder)));
  }

  @Test
  void userTypesThatAreDeprecatedOrRaw_causeNoWarningInGeneratedSources() {
    assertCompilesStrictly(
        Compilations.source(
            """
            package com.acme;
            @Deprecated
            class Outer {
              static class Old {}
            }
            """),
        Compilations.source(
            """
            package com.acme;
            import dev.longhaul.api.*;
            import java.util.*;
            @AsyncActivityHandler
            @Deprecated(forRemoval = true)
            class OldHandler {
              @OnStart @Deprecated
              @SuppressWarnings({"rawtypes", "deprecation"})
              void run(Outer.Old old, Map<String, List> lists) {}
            }
            """),
        Compilations.source(
            """
            package com.acme;
            import dev.longhaul.api.*;
            import java.util.*;
            @AsyncActivityHandler
            class UserHandler {
              @OnStart
              @SuppressWarnings("deprecation")
              void run(PendingActivity<Outer.Old[]> pending) {}
            }
            """));
  }

  @Test
  void superclassThatIsRaw_causesNoWarningInGeneratedSources() {
    assertCompilesStrictly(
        Compilations.source(
            """
            package com.acme;
            import dev.longhaul.api.*;
            import java.util.*;
            abstract class Base<T> {
              @OnStart T run(T one, List<T> more) { return one; }
            }
            """),
        Compilations.source(
            """
            package com.acme;
            import dev.longhaul.api.*;
            @AsyncActivityHandler
            @SuppressWarnings("rawtypes")
            class RawHandler extends Base {}
            """));
  }

  // In a second step without processors, whose own lint (an unclaimed annotation) is no concern;
  // with nothing but the api, Guice and the JDK, which is all that generated code may need.
  private static void assertCompilesStrictly(JavaFileObject... sources) {
    Compilation processed = Compilations.compile(sources);
    assertThat(processed.errors()).isEmpty();
    JavaFileObject[] all =
        Stream.concat(Stream.of(sources), processed.generatedSourceFiles().stream())
            .toArray(JavaFileObject[]::new);
    Compilation strict =
        Compiler.javac()
            .withOptions(List.of("-proc:none", "-Xlint:all"))
            .withClasspath(
                Stream.concat(ModulePath.ofHandlers().stream(), Stream.of(ModulePath.jspecify()))
                    .map(Path::toFile)
                    .toList())
            .compile(all);
    assertThat(strict.errors()).isEmpty();
    assertThat(strict.warnings())
        .filteredOn(
            warning -> warning.getSource() == null || warning.getSource().getName().contains("_"))
        .isEmpty();
  }
}
