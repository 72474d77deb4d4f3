package dev.longhaul.runtime.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.runtime.errors.Call.By;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code docs/errors.md} says what the code does: its table is made of the rows that run here. With
 * {@code -Dlonghaul-test.rewrite=true} the table is written instead of compared.
 */
class ErrorsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "errors.md");
  private static final String HEADER =
      """
      | when | calls | by | answer | you get | tried again | `possiblyApplied()` |
      |---|---|---|---|---|---|---|
      """;

  static Stream<Arguments> everyCallOfEveryRow() {
    return ErrorRows.all().stream()
        .flatMap(
            row ->
                row.calls().stream()
                    .flatMap(call -> row.by().stream().map(by -> Arguments.of(row, call, by))));
  }

  @ParameterizedTest(name = "{1} by {2}, when {0}")
  @MethodSource("everyCallOfEveryRow")
  void row_isWhatHappens(ErrorRow row, Call call, By by) throws Exception {
    try (Scene scene = new Scene(call, by)) {
      row.happens().accept(scene);

      CompletableFuture<Throwable> outcome =
          scene.call().handle((done, failure) -> failure == null ? new Accepted() : failure);

      Throwable failure = outcome.get(20, TimeUnit.SECONDS);
      assertThat(name(failure)).as("%s", failure).isEqualTo(row.thrown());
      assertThat(scene.calls() > 1).as("tried again").isEqualTo(row.triedAgain());
      if (row.answer().startsWith("not asked")) {
        assertThat(scene.calls()).isZero();
      }
      if (failure instanceof ActivityCompletionException refused) {
        assertThat(refused.possiblyApplied()).isEqualTo(row.possiblyApplied());
        assertThat(refused.digest()).isEqualTo(scene.reference.digest());
        assertThat(row.answer()).contains(code(refused));
      }
    }
  }

  @Test
  void page_hasTheseRows() throws IOException {
    String table =
        HEADER
            + ErrorRows.all().stream().map(ErrorRow::markdown).collect(Collectors.joining("\n"))
            + "\n";
    String page = Files.readString(PAGE);
    int start = page.indexOf("| when |");
    int end = page.indexOf("\n\n", start) + 1;
    if (Boolean.getBoolean("longhaul-test.rewrite")) {
      Files.writeString(PAGE, page.substring(0, start) + table + page.substring(end));
      return;
    }
    assertThat(page.substring(start, end)).isEqualTo(table);
  }

  private static String name(Throwable failure) {
    return failure instanceof Accepted ? ErrorRow.ACCEPTED : failure.getClass().getSimpleName();
  }

  private static String code(ActivityCompletionException refused) {
    return refused.code().map(Enum::name).orElse("not asked");
  }

  private static final class Accepted extends Exception {}
}
