package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is generated, to the letter. Files with {@code _} in their names are expected, the others
 * are given; {@code -Dlonghaul-test.rewrite=true} writes the expected ones anew.
 */
final class GoldenTest {
  static final Path GOLDEN = Path.of("src/test/resources/golden");

  @ParameterizedTest
  @ValueSource(
      strings = {"batch", "blocking", "external", "generics", "index", "long", "nested", "stage"})
  void generatedSources_areAsExpected(String folder) throws IOException {
    Map<String, String> generated = generate(GOLDEN.resolve(folder));
    if (Golden.REWRITE) {
      rewrite(GOLDEN.resolve(folder), generated);
    }
    assertThat(generated).isEqualTo(read(GOLDEN.resolve(folder)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"batch", "blocking", "external", "generics", "index", "long", "nested", "stage"})
  void generatedSources_importOnlyApiGuiceJdkAndUserTypes(String folder) throws IOException {
    String allowed =
        "import (dev\\.longhaul\\.api\\.(spi\\.)?[A-Z]\\w*|jakarta\\.inject\\.\\w+|java\\..*"
            + "|javax\\.annotation\\.processing\\.Generated|com\\.acme\\..*);";
    for (String source : generate(GOLDEN.resolve(folder)).values()) {
      assertThat(source.lines().filter(line -> line.startsWith("import")))
          .isNotEmpty()
          .allMatch(line -> line.matches(allowed));
    }
  }

  static JavaFileObject[] inputs(Path folder) throws IOException {
    return list(folder, false).stream().map(Compilations::resource).toArray(JavaFileObject[]::new);
  }

  private static Map<String, String> generate(Path folder) throws IOException {
    Compilation compilation = Compilations.compile(inputs(folder));
    assertThat(compilation.diagnostics()).isEmpty();
    Map<String, String> generated = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedSourceFiles()) {
      String name = file.getName().substring(file.getName().lastIndexOf('/') + 1);
      generated.put(name, file.getCharContent(false).toString());
    }
    return generated;
  }

  static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (Path file : list(folder, true)) {
      expected.put(file.getFileName().toString(), Files.readString(file));
    }
    return expected;
  }

  private static void rewrite(Path folder, Map<String, String> generated) throws IOException {
    for (Path old : list(folder, true)) {
      Files.delete(old);
    }
    for (Map.Entry<String, String> file : generated.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  static List<Path> list(Path folder, boolean expected) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().contains("_") == expected)
          .sorted()
          .collect(Collectors.toList());
    }
  }
}
