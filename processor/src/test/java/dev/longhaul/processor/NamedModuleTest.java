package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handlers in a named module. */
final class NamedModuleTest {
  private static final String PROVIDES =
      "provides dev.longhaul.api.spi.HandlerIndex with com.acme.media.ProbeHandler_HandlerIndex;";
  private static final String OPENS = "opens com.acme.media to com.google.guice;";

  // An automatic module, as Guice is, does not bring in the modules that it needs.
  private static final Set<String> ROOTS =
      Set.of("com.acme.media", "com.google.common", "jakarta.inject");

  /** With anything but {@code CHILD}, Guice 7 goes around modules, while the JDK lets it. */
  private static final String CLASS_LOADING = "guice_custom_class_loading";

  @TempDir Path folder;

  private @Nullable String classLoading;

  @BeforeEach
  void keepGuiceWithinModules() {
    classLoading = System.setProperty(CLASS_LOADING, "CHILD");
  }

  @AfterEach
  void restoreClassLoading() {
    if (classLoading == null) {
      System.clearProperty(CLASS_LOADING);
    } else {
      System.setProperty(CLASS_LOADING, classLoading);
    }
  }

  @Test
  void moduleWithoutTheProvidesLine_isAnErrorWithThatLine() {
    Workspace workspace = workspace("exports com.acme.media;");

    Workspace.Outcome outcome = compile(workspace);

    assertThat(outcome.ids()).as(outcome.text()).containsExactly("LH103");
    assertThat(outcome.text())
        .contains(
            "module-info.java:1:1: error: [LH103] Module com.acme.media does not provide its index of"
                + " handlers. AsyncActivities.discover() finds the handlers of a named module only if it"
                + " does. Fix: "
                + PROVIDES
                + "\n");
  }

  @Test
  void moduleThatProvidesAnotherIndex_isAnErrorAsWell() {
    Workspace workspace =
        workspace("provides dev.longhaul.api.spi.HandlerIndex with com.acme.media.Other;");
    workspace.write(
        "com/acme/media/Other.java",
        "package com.acme.media; import dev.longhaul.api.spi.*; public class Other implements"
            + " HandlerIndex { public java.util.List<AsyncActivityModule<?>> modules() { return"
            + " java.util.List.of(); } }");

    assertThat(compile(workspace).ids()).containsExactly("LH103");
  }

  @Test
  void moduleThatExportsItsPackage_compilesWithoutWarnings() {
    Workspace workspace = workspace("exports com.acme.media;" + PROVIDES + OPENS);

    Workspace.Outcome outcome = compile(workspace);

    assertThat(outcome.success()).as(outcome.text()).isTrue();
    assertThat(outcome.diagnostics())
        .filteredOn(warning -> Shown.line(warning, 0).contains("_"))
        .isEmpty();
  }

  @Test
  void openedModule_isDiscovered_andGuiceCreatesItsHandlers() throws Exception {
    Workspace workspace = workspace("exports com.acme.media;" + PROVIDES + OPENS);
    assertThat(compile(workspace).success()).isTrue();

    assertThat(run(workspace)).isEqualTo("ProbeHandler, TranscodeHandler");
  }

  @Test
  void moduleThatIsNotOpened_isRefusedByGuice_withTheLineToWrite() throws Exception {
    Workspace workspace = workspace("exports com.acme.media;" + PROVIDES);
    assertThat(compile(workspace).success()).isTrue();

    assertThatThrownBy(() -> run(workspace))
        .hasStackTraceContaining("opens com.acme.media")
        .hasStackTraceContaining("com.google.guice");
  }

  @Test
  void handlersOfTests_compileInTheModuleThatTheyArePatchedInto() throws Exception {
    Workspace main = workspace(PROVIDES + OPENS);
    assertThat(compile(main).success()).isTrue();
    Workspace tests = new Workspace(Files.createDirectory(folder.resolve("tests")));
    tests.write(
        "com/acme/media/TestHandler.java",
        "package com.acme.media; import dev.longhaul.api.*;"
            + " @AsyncActivityHandler class TestHandler { @OnStart void start() {} }");

    Workspace.Outcome outcome =
        compile(
            tests,
            main.classes() + File.pathSeparator + ModulePath.ofProcess(folder),
            "--patch-module",
            "com.acme.media=" + tests.sources());

    assertThat(outcome.success()).as(outcome.text()).isTrue();
    assertThat(outcome.ids()).isEmpty();
    assertThat(tests.generatedTexts())
        .containsOnlyKeys("TestHandler_AsyncActivityModule.java", "TestHandler_HandlerIndex.java");
  }

  private Workspace workspace(String directives) {
    Workspace workspace = new Workspace(folder);
    workspace.write(
        "module-info.java",
        "module com.acme.media { requires dev.longhaul.api; requires com.google.guice; requires jakarta.inject;"
            + " uses dev.longhaul.api.spi.HandlerIndex;"
            + directives
            + "}");
    for (String name : Set.of("Probe", "Transcode")) {
      workspace.write(
          "com/acme/media/" + name + "Handler.java",
          "package com.acme.media; import dev.longhaul.api.*; @AsyncActivityHandler final class "
              + name
              + "Handler { @OnStart String start(java.util.List<String> in) { return \"\"; } }");
    }
    workspace.write(
        "com/acme/media/Main.java",
        """
        package com.acme.media;

        import com.google.inject.Guice;
        import com.google.inject.Injector;
        import dev.longhaul.api.spi.AsyncActivityModule;
        import dev.longhaul.api.spi.HandlerIndex;
        import java.util.ArrayList;
        import java.util.List;
        import java.util.ServiceLoader;

        public class Main {
          private Main() {}

          public static String run() {
            List<AsyncActivityModule<?>> modules = new ArrayList<>();
            ServiceLoader.load(Main.class.getModule().getLayer(), HandlerIndex.class)
                .forEach(index -> modules.addAll(index.modules()));
            Injector injector = Guice.createInjector(modules);
            List<String> created = new ArrayList<>();
            modules.forEach(
                module ->
                    created.add(
                        injector
                            .getInstance(module.key())
                            .provider()
                            .get()
                            .getClass()
                            .getSimpleName()));
            return String.join(", ", created);
          }
        }
        """);
    return workspace;
  }

  private Workspace.Outcome compile(Workspace workspace) {
    return compile(workspace, ModulePath.ofProcess(folder));
  }

  private static Workspace.Outcome compile(Workspace workspace, String modulePath, String... more) {
    return workspace.compile(
        Tool.JAVAC,
        Stream.concat(
                Stream.of(
                    "--module-path",
                    modulePath,
                    "-cp",
                    "",
                    "-Xlint:all,-processing,-options,-requires-automatic,-requires-transitive-automatic"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private String run(Workspace workspace) throws Exception {
    Path[] places =
        Stream.concat(
                Stream.of(workspace.classes()),
                Stream.of(ModulePath.ofProcess(folder).split(File.pathSeparator)).map(Path::of))
            .toArray(Path[]::new);
    Configuration configuration =
        ModuleLayer.boot()
            .configuration()
            .resolveAndBind(ModuleFinder.of(places), ModuleFinder.of(), ROOTS);
    ModuleLayer layer =
        ModuleLayer.boot()
            .defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
    try {
      return (String)
          layer
              .findLoader("com.acme.media")
              .loadClass("com.acme.media.Main")
              .getMethod("run")
              .invoke(null);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
