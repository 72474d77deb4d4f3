package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.longhaul.processor.check.HandlerParser;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.lang.model.util.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Diagnostics that depend on more than sources. */
final class SpecialDiagnosticsTest {
  private static final String HANDLER =
      "package com.acme; @dev.longhaul.api.AsyncActivityHandler class %s%s {"
          + " @dev.longhaul.api.OnStart void start() {} }";

  @TempDir Path folder;

  @Test
  void fileThatCannotBeWritten_isReported_withTheReason() {
    // As long as a name of a source file may be; what is generated has a longer one.
    String name = "A".repeat(250 - ".java".length());
    Workspace workspace = new Workspace(folder);
    workspace.write("com/acme/Long.java", HANDLER.formatted(name, ""));

    Workspace.Outcome outcome = workspace.compile(Tool.JAVAC);

    assertThat(outcome.success()).isFalse();
    assertThat(outcome.ids()).containsExactly("LH100");
    assertThat(outcome.text()).contains("_AsyncActivityModule could not be written", "too long");
  }

  @Test
  void indexOfATakenName_isReported() {
    Compilation compilation =
        Compilations.compile(
            List.of("-Alonghaul.index=com.acme.Taken"),
            Compilations.source(HANDLER.formatted("Foo", "")),
            Compilations.source("package com.acme; class Taken {}"));
    assertThat(compilation.errors())
        .singleElement()
        .satisfies(error -> assertThat(Shown.text(error)).startsWith("[LH101] com.acme.Taken, to"));
  }

  @Test
  void classFileThatIsMissing_isReported_andNoDefectOfOurs() throws IOException {
    Workspace workspace = new Workspace(folder);
    workspace.write("com/acme/Gone.java", "package com.acme; public class Gone {}");
    workspace.write("com/acme/Base.java", "package com.acme; public class Base extends Gone {}");
    assertThat(workspace.compile(Tool.JAVAC).success()).isTrue();
    Files.delete(workspace.classes().resolve("com/acme/Gone.class"));
    for (Path source : Workspace.files(workspace.sources(), ".java")) {
      Files.delete(source);
    }
    workspace.write("com/acme/Foo.java", HANDLER.formatted("Foo", " extends Base"));

    Workspace.Outcome outcome = workspace.compile(Tool.JAVAC);

    assertThat(outcome.success()).isFalse();
    assertThat(outcome.text()).contains("com.acme.Gone").doesNotContain("LH199");
  }

  @Test
  void failureOfTheProcessor_isADiagnosticAtTheHandler_andTheOthersAreChecked() {
    Processor failing =
        new Environments.Wrapping(new AsyncActivityHandlerProcessor(), this::broken);
    Compilation compilation =
        Compiler.javac()
            .withProcessors(failing)
            .compile(
                Compilations.source(
                    "package com.acme; import dev.longhaul.api.*;"
                        + " @AsyncActivityHandler class Foo implements Runnable {"
                        + " @OnStart public void run() {} }"),
                Compilations.source(
                    "package com.acme; import dev.longhaul.api.*;"
                        + " @AsyncActivityHandler(maxConcurrent = -1) class Bar implements Runnable {"
                        + " @OnStart public void run() {} }"));
    assertThat(compilation.errors())
        .hasSize(2)
        .anySatisfy(error -> assertThat(Shown.text(error)).startsWith("[LH025]"))
        .anySatisfy(
            error -> {
              assertThat(Shown.text(error))
                  .startsWith("[LH199] The annotation processor failed at Foo: ")
                  .contains("java.lang.UnsupportedOperationException: broken")
                  .contains("at " + HandlerParser.class.getName() + ".parse(")
                  .contains("Java " + Runtime.version(), "please report it");
              assertThat(error.getSource().getName()).endsWith("Foo.java");
            });
  }

  @Test
  void failureOutsideOfAnyHandler_isADiagnosticAsWell() {
    Processor failing =
        new Environments.Wrapping(
            new HandlerIndexProcessor(),
            environment ->
                Environments.with(
                    environment,
                    "getOptions",
                    () -> {
                      throw new UnsupportedOperationException("broken");
                    }));
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new AsyncActivityHandlerProcessor(), failing)
            .compile(Compilations.source(HANDLER.formatted("Foo", "")));
    assertThat(compilation.errors())
        .singleElement()
        .satisfies(
            error ->
                assertThat(Shown.text(error))
                    .startsWith("[LH199] The annotation processor failed at the compilation"));
  }

  private ProcessingEnvironment broken(ProcessingEnvironment environment) {
    Types types = environment.getTypeUtils();
    Object failing =
        Proxy.newProxyInstance(
            Types.class.getClassLoader(),
            new Class<?>[] {Types.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("asMemberOf")
                  && arguments[0].toString().endsWith("Foo")) {
                throw new UnsupportedOperationException("broken");
              }
              return method.invoke(types, arguments);
            });
    return Environments.with(environment, "getTypeUtils", () -> failing);
  }
}
