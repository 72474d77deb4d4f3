package dev.longhaul.runtime.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code docs/configuration.md} says what the tables of settings say. With {@code
 * -Dlonghaul-test.rewrite=true} its tables are written instead of compared.
 */
class ConfigurationPageTest {
  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  private static final Map<Setting<?>, String> NO_ATTRIBUTE_OF_THE_HANDLER =
      Map.of(
          HandlerTable.ENABLED,
          "",
          HandlerTable.BATCH_MAX_SIZE,
          "@OnBatch(maxSize)",
          HandlerTable.BATCH_MAX_WAIT,
          "@OnBatch(maxWait)",
          HandlerTable.PARALLEL_BATCHES,
          "@OnBatch(parallelBatches)");

  /** The tables of the page, by the comments around them. */
  private enum Table {
    HANDLERS("| key | attribute | type | values | default | meaning |") {
      @Override
      Stream<String> rows() {
        return HandlerTable.all()
            .map(setting -> row(code(setting.key()), code(attribute(setting)), setting));
      }
    },
    QUEUES("| key | variable | type | values | default | meaning |") {
      @Override
      Stream<String> rows() {
        return QueueTable.ALL.stream()
            .map(
                setting ->
                    row(
                        code(setting.key()),
                        code("LONGHAUL_QUEUES_<NAME>_" + setting.variable()),
                        setting));
      }
    },
    RUNTIME("| key | variable | type | values | default | meaning |") {
      @Override
      Stream<String> rows() {
        return RuntimeSettings.ALL.stream()
            .map(OptionSetting::setting)
            .map(setting -> row(code(setting.key()), code(setting.variable()), setting));
      }
    },
    CONNECTION("| key | variable | key in `temporal.toml` | type | values | default | meaning |") {
      @Override
      Stream<String> rows() {
        return Stream.concat(
            ConnectionTable.ALL.stream()
                .map(OptionSetting::setting)
                .map(
                    setting ->
                        connection(
                            setting,
                            TemporalNames.know(setting) ? TemporalNames.key(setting) : "")),
            Stream.of(connection(ConnectionTable.HEADER, "grpc_meta.<name>")));
      }
    };

    private final String header;

    Table(String header) {
      this.header = header;
    }

    abstract Stream<String> rows();

    String text() {
      String line = header.replaceAll("[^|]+", "---");
      return Stream.concat(Stream.of(header, line), rows()).collect(Collectors.joining("\n"));
    }

    Pattern onThePage() {
      String name = name().toLowerCase(Locale.ROOT);
      return Pattern.compile(
          "(?s)(<!-- settings: " + name + " -->\n)(.*?)(\n<!-- end of settings -->)");
    }
  }

  @ParameterizedTest
  @EnumSource
  void page_hasEverySetting(Table table) throws IOException {
    String page = Files.readString(PAGE);
    Matcher found = table.onThePage().matcher(page);
    assertThat(found.find()).as("the page has a place for %s", table).isTrue();
    if (Boolean.getBoolean("longhaul-test.rewrite")) {
      Files.writeString(
          PAGE, page.substring(0, found.start(2)) + table.text() + page.substring(found.end(2)));
      return;
    }
    assertThat(found.group(2)).isEqualTo(table.text());
  }

  @Test
  void everyFileOnThePage_isRight() throws IOException {
    Matcher files = Pattern.compile("(?s)```yaml\n(.*?)```").matcher(Files.readString(PAGE));
    List<String> problems = new ArrayList<>();
    int count = 0;
    while (files.find()) {
      Layer layer = YamlSource.read("page", files.group(1), problems);
      new Validation(true, problems, new ArrayList<>()).check(layer);
      assertThat(layer.values()).isNotEmpty();
      count++;
    }
    assertThat(count).isPositive();
    assertThat(problems).isEmpty();
  }

  private static String connection(Setting<?> setting, String toml) {
    return row(code(setting.key()), code(setting.variable()) + " | " + code(toml), setting);
  }

  private static String row(String key, String second, Setting<?> setting) {
    return "| "
        + String.join(
            " | ",
            key,
            second,
            setting.kind().name(),
            setting.kind().range(),
            code(setting.builtIn()),
            setting.meaning())
        + " |";
  }

  private static String attribute(Setting<?> setting) {
    String other = NO_ATTRIBUTE_OF_THE_HANDLER.get(setting);
    return other != null
        ? other
        : Pattern.compile("-(.)")
            .matcher(setting.key())
            .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }
}
