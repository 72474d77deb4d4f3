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
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Diagnostics that depend on more than sources. */
final class SpecialDiagnosticsTest {
  private static final Path EXPECTED = Path.of("src/test/resources/special");
  private static final String HANDLER =
      "package com.acme; @dev.longhaul.api.AsyncActivityHandler class %s%s {"
          + " @dev.longhaul.api.OnStart void start() {} }";

  @TempDir Path folder;

  @Test
  void fileThatCannotBeWritten_isReported_withTheReason() throws IOException {
    // As long as a name of a source file may be; what is generated has a longer one.
    String name = "A".repeat(250 - ".java".length());
    Workspace workspace = new Workspace(folder);
    workspace.write("com/acme/Long.java", HANDLER.formatted(name, ""));

    Workspace.Outcome outcome = workspace.compile(Tool.JAVAC);

    assertThat(outcome.success()).isFalse();
    String said = ours(outcome.diagnostics()).replace(name, "A…");
    assertThat(said).contains("The compiler said: java.nio.file.", "too long. Fix:");
    assertSaid("not-written.txt", said.replaceFirst("(?<=said: ).*(?=\\. Fix)", "…"));
  }

  @Test
  void indexOfATakenName_isReported() throws IOException {
    Compilation compilation =
        Compilations.compile(
            List.of("-Alonghaul.index=com.acme.Taken"),
            Compilations.source(HANDLER.formatted("Foo", "")),
            Compilations.source("package com.acme; class Taken {}"));
    assertSaid("index-name-taken.txt", ours(compilation.diagnostics()));
  }

  @Test
  void classFileThatIsMissing_isReportedAtTheHandler_andTheOthersAreChecked() throws IOException {
    Workspace workspace = new Workspace(folder);
    workspace.write(
        "com/acme/Gone.java", "package com.acme; public class Gone extends Exception {}");
    workspace.write(
        "com/acme/Base.java",
        "package com.acme; public class Base { public void run(Gone gone) throws Gone {} }");
    assertThat(workspace.compile(Tool.JAVAC).success()).isTrue();
    Files.delete(workspace.classes().resolve("com/acme/Gone.class"));
    for (Path source : Workspace.files(workspace.sources(), ".java")) {
      Files.delete(source);
    }
    workspace.write("com/acme/Foo.java", HANDLER.formatted("Foo", " extends Base"));
    workspace.write("com/acme/Wrong.java", HANDLER.formatted("Wrong", "<T>"));
    workspace.write("com/acme/Right.java", HANDLER.formatted("Right", ""));

    Workspace.Outcome outcome = workspace.compile(Tool.JAVAC);

    assertThat(outcome.success()).isFalse();
    assertSaid("missing-class.txt", ours(outcome.diagnostics()));
    assertThat(workspace.generatedTexts()).containsKey("Right_AsyncActivityModule.java");
  }

  @Test
  void failureOfTheProcessor_isADiagnosticAtTheHandler_andTheOthersAreChecked() throws IOException {
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
    assertThat(ours(compilation.diagnostics()))
        .contains("    at " + HandlerParser.class.getName() + ".parse(")
        .contains("Java " + Runtime.version());
    assertSaid("crash.txt", withoutPlace(ours(compilation.diagnostics())));
  }

  @Test
  void failureOutsideOfAnyHandler_isADiagnosticAsWell() throws IOException {
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
    assertSaid("crash-of-the-index.txt", withoutPlace(ours(compilation.diagnostics())));
  }

  private static void assertSaid(String file, String said) throws IOException {
    Golden.assertThatFileHas(EXPECTED.resolve(file), said);
  }

  /** What we say; the compiler has its own words for what else is wrong. */
  private static String ours(List<? extends Diagnostic<? extends JavaFileObject>> diagnostics) {
    return Shown.withSource(
        diagnostics.stream().filter(diagnostic -> Shown.id(diagnostic) != null).toList());
  }

  /** Without what is another one with each change of the code, and on each machine. */
  private static String withoutPlace(String said) {
    return said.replaceAll("(\\n +at \\S+\\([\\w .:]+\\))+", "\n    at …")
        .replace("Java " + Runtime.version(), "Java …");
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
