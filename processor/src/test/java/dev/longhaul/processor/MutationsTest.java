package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sources in which a word is missing, stands twice or is another one, as while somebody types: what
 * is said of them is the compiler's or ours, and never that the processor failed. A failure tells
 * the seed that replays it.
 */
final class MutationsTest {
  private static final int MUTATIONS = 40;
  private static final Path SOURCES = Path.of("src/test/resources/diagnostics");
  private static final Path STUBS = Path.of("src/test/resources/stubs");
  private static final String HANDLER = "@Async";
  private static final Pattern WORD = Pattern.compile("\\w+|\"[^\"]*\"|[^\\w\\s]");
  private static final List<String> OTHERS =
      List.of("Absent", "class", "interface", "enum", "static", "?", "null", "void", "T", "T[]");

  @TempDir Path folder;

  static Stream<Arguments> seeds() {
    return Stream.of(Tool.values())
        .flatMap(tool -> Seeds.orThese(1, 2).mapToObj(seed -> arguments(tool, seed)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void processor_neverFails(Tool tool, long seed) {
    Seeds.replayable(seed, () -> check(tool, new Random(seed)));
  }

  private void check(Tool tool, Random random) {
    List<Path> files =
        Workspace.files(SOURCES, ".java").stream()
            .filter(file -> Workspace.read(file).contains(HANDLER))
            .toList();
    int examined = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      Path file = files.get(random.nextInt(files.size()));
      String mutated = mutated(Workspace.read(file), random);
      List<String> said = compile(file, mutated, tool, folder.resolve("" + i));
      assertThat(said).as(mutated).doesNotContain("LH199");
      examined += said.isEmpty() ? 0 : 1;
    }
    assertThat(examined).as("those that got as far as the processor").isPositive();
  }

  private static String mutated(String source, Random random) {
    // Not the package and the imports: without them little is left to look at.
    int start = source.indexOf(HANDLER);
    List<MatchResult> body =
        WORD.matcher(source).results().filter(word -> word.start() >= start).toList();
    MatchResult word = body.get(random.nextInt(body.size()));
    // Most often one of the same kind, so that the compiler can read it.
    List<String> alike =
        body.stream()
            .map(MatchResult::group)
            .filter(other -> isAlike(other, word.group()))
            .toList();
    String other =
        switch (random.nextInt(8)) {
          case 0 -> "";
          case 1 -> word.group() + " " + word.group();
          case 2 -> OTHERS.get(random.nextInt(OTHERS.size()));
          default -> alike.get(random.nextInt(alike.size()));
        };
    return source.substring(0, word.start()) + other + source.substring(word.end());
  }

  private static boolean isAlike(String one, String other) {
    return Character.getType(one.charAt(0)) == Character.getType(other.charAt(0));
  }

  private static List<String> compile(Path file, String mutated, Tool tool, Path folder) {
    Workspace workspace = new Workspace(folder);
    workspace.copy(Workspace.files(STUBS, ".java"));
    List<Path> siblings = new ArrayList<>(Workspace.files(file.resolveSibling(""), ".java"));
    siblings.remove(file);
    workspace.copy(siblings);
    workspace.write(file.getFileName().toString(), mutated);
    return workspace.compile(tool).ids();
  }
}
