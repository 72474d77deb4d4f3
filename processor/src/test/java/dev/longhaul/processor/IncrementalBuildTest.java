package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.lang.model.element.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an incremental build tool does, step by step: it compiles what changed, gives the classes
 * that the aggregating processor had looked at to all processors again, as class files, and deletes
 * what was generated from a source that is gone. It stands before the compiler's own environment,
 * so that no syntax trees are shown, and records what each file was generated from.
 */
final class IncrementalBuildTest {
  private static final String INDEX = "META-INF/services/dev.longhaul.api.spi.HandlerIndex";

  @TempDir Path folder;

  private final List<String> written = new ArrayList<>();

  @Test
  void handlers_areAddedRemovedAndRenamed_withoutACleanBuild() throws IOException {
    Workspace workspace = new Workspace(folder);
    write(workspace, "B");
    write(workspace, "C");
    build(workspace, List.of("B", "C"), List.of());
    assertThat(written)
        .containsExactlyInAnyOrder(
            "B_AsyncActivityModule of B",
            "C_AsyncActivityModule of C",
            "B_HandlerIndex of B_AsyncActivityModule, C_AsyncActivityModule",
            INDEX + " of B_AsyncActivityModule, C_AsyncActivityModule");

    write(workspace, "A");
    build(workspace, List.of("A"), List.of("B", "C"));
    assertThat(written)
        .as("the modules of handlers that did not change stay as they are")
        .contains("A_AsyncActivityModule of A")
        .noneMatch(file -> file.startsWith("B_AsyncActivityModule"))
        .noneMatch(file -> file.startsWith("C_AsyncActivityModule"));
    assertThat(index(workspace)).isEqualTo("com.acme.A_HandlerIndex: A, B, C");

    delete(workspace, "B");
    build(workspace, List.of(), List.of("A", "C"));
    assertThat(index(workspace)).isEqualTo("com.acme.A_HandlerIndex: A, C");

    delete(workspace, "A");
    write(workspace, "D");
    build(workspace, List.of("D"), List.of("C"));
    assertThat(index(workspace)).isEqualTo("com.acme.C_HandlerIndex: C, D");
  }

  @Test
  void duplicateOfAHandlerThatDidNotChange_isFound() {
    Workspace workspace = new Workspace(folder);
    write(workspace, "A");
    build(workspace, List.of("A"), List.of());
    workspace.write(
        "com/acme/B.java",
        "package com.acme; import dev.longhaul.api.*;"
            + " @AsyncActivityHandler(name = \"A\") class B { @OnStart void start() {} }");

    assertThat(compile(workspace, List.of("B"), List.of("A")).ids())
        .isNotEmpty()
        .containsOnly("LH044");
  }

  @Test
  void warningsThatWereSuppressed_doNotComeBack_whenAnotherHandlerChanges() {
    Workspace workspace = new Workspace(folder);
    workspace.write(
        "com/acme/A.java",
        "package com.acme; import dev.longhaul.api.*; @SuppressWarnings(\"LH030\")"
            + " @AsyncActivityHandler(maxOutstanding = 1) class A { @OnStart void start() {} }");
    build(workspace, List.of("A"), List.of());
    write(workspace, "B");

    assertThat(compile(workspace, List.of("B"), List.of("A")).diagnostics()).isEmpty();
  }

  @Test
  void metadata_namesBothProcessorsAndTheirKinds() throws IOException {
    assertThat(resource("META-INF/gradle/incremental.annotation.processors").lines())
        .containsExactlyInAnyOrder(
            AsyncActivityHandlerProcessor.class.getName() + ",isolating",
            HandlerIndexProcessor.class.getName() + ",aggregating");
    assertThat(resource("META-INF/services/javax.annotation.processing.Processor").lines())
        .containsExactlyInAnyOrder(
            AsyncActivityHandlerProcessor.class.getName(), HandlerIndexProcessor.class.getName());
  }

  private static String resource(String name) throws IOException {
    try (var in = HandlerIndexProcessor.class.getClassLoader().getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void write(Workspace workspace, String handler) {
    workspace.write(
        "com/acme/" + handler + ".java",
        "package com.acme; import dev.longhaul.api.*; @AsyncActivityHandler class "
            + handler
            + " { @OnStart void start(String input) {} }");
  }

  /** Deletes the source and what was made from it. */
  private static void delete(Workspace workspace, String handler) throws IOException {
    Files.delete(workspace.sources().resolve("com/acme/" + handler + ".java"));
    Files.delete(workspace.classes().resolve("com/acme/" + handler + ".class"));
    String module = "com/acme/" + handler + "_AsyncActivityModule";
    Files.delete(workspace.generated().resolve(module + ".java"));
    Files.delete(workspace.classes().resolve(module + ".class"));
  }

  private void build(Workspace workspace, List<String> changed, List<String> unchanged) {
    Workspace.Outcome outcome = compile(workspace, changed, unchanged);
    assertThat(outcome.success()).as(outcome.text()).isTrue();
    assertThat(outcome.diagnostics()).as(outcome.text()).isEmpty();
  }

  private Workspace.Outcome compile(
      Workspace workspace, List<String> changed, List<String> unchanged) {
    written.clear();
    deleteAggregated(workspace);
    return workspace.compile(
        Tool.JAVAC,
        List.of("-Xlint:all,-processing,-options"),
        changed.stream()
            .map(name -> workspace.sources().resolve("com/acme/" + name + ".java"))
            .toList(),
        unchanged.stream().map(name -> "com.acme." + name + "_AsyncActivityModule").toList(),
        Workspace.processors().stream().map(this::recording).toList());
  }

  private static void deleteAggregated(Workspace workspace) {
    for (Path folder : List.of(workspace.generated(), workspace.classes())) {
      for (String end : List.of("_HandlerIndex.java", "_HandlerIndex.class", "spi.HandlerIndex")) {
        Workspace.files(folder, end).forEach(file -> assertThat(file.toFile().delete()).isTrue());
      }
    }
  }

  /** The index and the handlers that it lists. */
  private static String index(Workspace workspace) {
    String index = Workspace.read(workspace.classes().resolve(INDEX)).strip();
    String source = workspace.generatedTexts().get(index.replace("com.acme.", "") + ".java");
    List<String> handlers =
        Pattern.compile("new (\\w+)_AsyncActivityModule\\(\\)")
            .matcher(source)
            .results()
            .map(found -> found.group(1))
            .toList();
    return index + ": " + String.join(", ", handlers);
  }

  private Processor recording(Processor processor) {
    return new Environments.Wrapping(
        processor,
        environment -> Environments.with(environment, "getFiler", () -> filer(environment)));
  }

  private Filer filer(ProcessingEnvironment environment) {
    return (Filer)
        Proxy.newProxyInstance(
            Filer.class.getClassLoader(),
            new Class<?>[] {Filer.class},
            (proxy, method, arguments) -> {
              record(arguments);
              try {
                return method.invoke(environment.getFiler(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void record(Object[] arguments) {
    Element[] origins = (Element[]) arguments[arguments.length - 1];
    String name = arguments[arguments.length - 2].toString().replace("com.acme.", "");
    written.add(
        name
            + " of "
            + String.join(
                ", ",
                Arrays.stream(origins).map(origin -> origin.getSimpleName().toString()).toList()));
  }
}
