package dev.longhaul.runtime.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.HandlerSetting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which of several values counts. */
class PrecedenceTest {
  private static final String HANDLER = "TranscodeHandler";

  // Two values of each that are neither built-in nor equal, as they are shown.
  private static final Map<HandlerSetting, List<String>> VALUES =
      new EnumMap<>(HandlerSetting.class);

  static {
    VALUES.put(HandlerSetting.TASK_QUEUE, List.of("one", "two"));
    VALUES.put(HandlerSetting.HEARTBEAT_INTERVAL, List.of("7s", "none"));
    VALUES.put(HandlerSetting.EXPECTED_HEARTBEAT_TIMEOUT, List.of("1m", "2m"));
    VALUES.put(HandlerSetting.CANCELLATION_GRACE, List.of("3s", "4s"));
    VALUES.put(HandlerSetting.ON_PAUSE, List.of("stop", "continue"));
    VALUES.put(HandlerSetting.ON_SHUTDOWN, List.of("fail", "release"));
    VALUES.put(HandlerSetting.MAX_CONCURRENT, List.of("5", "6"));
    VALUES.put(HandlerSetting.MAX_OUTSTANDING, List.of("5", "6"));
    VALUES.put(HandlerSetting.RATE_PER_SECOND, List.of("2.5", "3"));
    VALUES.put(HandlerSetting.BATCH_MAX_SIZE, List.of("5", "6"));
    VALUES.put(HandlerSetting.BATCH_MAX_WAIT, List.of("3s", "4s"));
    VALUES.put(HandlerSetting.PARALLEL_BATCHES, List.of("5", "6"));
    VALUES.put(HandlerSetting.ENABLED, List.of("false", "true"));
  }

  /** What may say something, the lowest first. */
  private enum Level {
    FILE_DEFAULT,
    ENVIRONMENT_DEFAULT,
    PROPERTY_DEFAULT,
    JAVA_DEFAULT,
    ANNOTATION,
    FILE,
    ENVIRONMENT,
    PROPERTY,
    JAVA
  }

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void everySettingOfAHandler_isTakenFromTheHighestThatSaysIt(HandlerSetting setting) {
    String lower = VALUES.getOrDefault(setting, List.of()).get(1);
    String higher = VALUES.getOrDefault(setting, List.of()).get(0);
    for (Level level : Level.values()) {
      Stack stack = new Stack(setting);
      for (Level below : Level.values()) {
        if (below.compareTo(level) < 0) {
          stack.say(below, lower);
        }
      }
      stack.say(level, higher);

      Explained row = stack.explain();
      assertThat(row.value()).as("%s from %s", setting, level).isEqualTo(higher);
      assertThat(row.source()).as("%s from %s", setting, level).isEqualTo(stack.source(level));
    }
    assertThat(new Stack(setting).explain().source()).isEqualTo("built-in");
  }

  /** Sources that say something about one setting. */
  private final class Stack {
    private final HandlerSetting setting;
    private final Given given = new Given(folder);
    private final Map<HandlerSetting, String> declared = new EnumMap<>(HandlerSetting.class);
    private final Map<HandlerSetting, String> defaults = new EnumMap<>(HandlerSetting.class);
    private final Map<HandlerSetting, String> inJava = new EnumMap<>(HandlerSetting.class);
    private final List<String> lines = new ArrayList<>(List.of("handlers:"));

    Stack(HandlerSetting setting) {
      this.setting = setting;
    }

    void say(Level level, String value) {
      String key = setting.key();
      String variable = key.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
      switch (level) {
        case FILE_DEFAULT -> lines.addAll(List.of("  default:", "    " + key + ": " + value));
        case ENVIRONMENT_DEFAULT -> given.variable("LONGHAUL_HANDLERS_DEFAULT_" + variable, value);
        case PROPERTY_DEFAULT -> given.property("longhaul.handlers.default." + key, value);
        case JAVA_DEFAULT -> defaults.put(setting, value);
        case ANNOTATION -> declared.put(setting, value);
        case FILE -> lines.addAll(List.of("  " + HANDLER + ":", "    " + key + ": " + value));
        case ENVIRONMENT ->
            given.variable("LONGHAUL_HANDLERS_TRANSCODE_HANDLER_" + variable, value);
        case PROPERTY -> given.property("longhaul.handlers." + HANDLER + "." + key, value);
        case JAVA -> inJava.put(setting, value);
        default -> throw new IllegalStateException();
      }
    }

    Explained explain() {
      given.file(String.join("\n", lines));
      Values values = given.read();
      assertThat(values.problems()).isEmpty();
      SettingsResolver resolver =
          new SettingsResolver(given.sources(), values, defaults, Map.of(HANDLER, inJava));
      return resolver.explain(HANDLER, declared, true, Map.of()).stream()
          .filter(row -> row.key().equals(setting.key()))
          .findFirst()
          .orElseThrow();
    }

    String source(Level level) {
      String variable = setting.key().toUpperCase(java.util.Locale.ROOT).replace('-', '_');
      return switch (level) {
        case FILE_DEFAULT, FILE ->
            given.file() + ":" + lines.size() + ":" + (setting.key().length() + 7);
        case ENVIRONMENT_DEFAULT -> "LONGHAUL_HANDLERS_DEFAULT_" + variable;
        case PROPERTY_DEFAULT -> "-Dlonghaul.handlers.default." + setting.key();
        case JAVA_DEFAULT -> "Java code, for all handlers";
        case ANNOTATION -> "annotation";
        case ENVIRONMENT -> "LONGHAUL_HANDLERS_TRANSCODE_HANDLER_" + variable;
        case PROPERTY -> "-Dlonghaul.handlers." + HANDLER + "." + setting.key();
        case JAVA -> "Java code";
      };
    }
  }

  static Stream<Setting<?>> namedSettings() {
    return Catalogue.named();
  }

  @ParameterizedTest
  @MethodSource("namedSettings")
  void everyOtherSetting_isTakenFromTheHighestThatSaysIt(Setting<?> setting) {
    Given given = new Given(folder);
    assertThat(given.read().find(setting.key())).isEmpty();

    given.file(setting.key() + ": x");
    assertThat(source(given, setting))
        .contains(given.file() + ":1:" + (setting.key().length() + 3));
    given.variable(setting.variable(), "x");
    assertThat(source(given, setting)).contains(setting.variable());
    given.property("longhaul." + setting.key(), "x");
    assertThat(source(given, setting)).contains("-Dlonghaul." + setting.key());
  }

  private static Optional<String> source(Given given, Setting<?> setting) {
    return given.read().find(setting.key()).map(Found::place);
  }

  @Test
  void emptyVariable_takesAwayWhatTheFileSays_soThatTheAnnotationCountsAgain() {
    Stack stack = new Stack(HandlerSetting.CANCELLATION_GRACE);
    stack.say(Level.ANNOTATION, "3s");
    stack.say(Level.FILE, "4s");
    stack.say(Level.ENVIRONMENT, "");

    assertThat(stack.explain()).isEqualTo(new Explained("cancellation-grace", "3s", "annotation"));
  }

  @Test
  void handlersInTheEnvironment_areComparedWithoutCaseAndSigns() {
    for (String name : List.of("TRANSCODEHANDLER", "TRANSCODE_HANDLER", "transcode_Handler")) {
      Given given = new Given(folder).variable("LONGHAUL_HANDLERS_" + name + "_ENABLED", "false");
      assertThat(given.read().find(Group.HANDLERS, HANDLER, "enabled")).as(name).isPresent();
    }
  }

  @Test
  void handlersThatTheEnvironmentCannotTellApart_areAProblem_onlyWhereItSaysSomething() {
    GroupNames names =
        new GroupNames(Group.HANDLERS, List.of("media-Probe", "MediaProbe", "Other"));

    assertThat(names.ambiguities(new Given(folder).read())).isEmpty();
    assertThat(
            names.ambiguities(
                new Given(folder)
                    .variable("LONGHAUL_HANDLERS_MEDIA_PROBE_ENABLED", "false")
                    .read()))
        .singleElement()
        .asString()
        .contains("LONGHAUL_HANDLERS_MEDIA_PROBE_ENABLED", "[MediaProbe, media-Probe]");
    assertThat(
            new GroupNames(Group.HANDLERS, List.of("Default"))
                .ambiguities(
                    new Given(folder).variable("LONGHAUL_HANDLERS_DEFAULT_ENABLED", "true").read()))
        .hasSize(1);
  }

  private static final List<String> QUEUES =
      List.of("media", "media.eu", "media/gpu", "media: gpu", "media gpu", "Ünïcode-1");

  static Stream<String> queues() {
    return QUEUES.stream();
  }

  @ParameterizedTest
  @MethodSource("queues")
  void settingOfAQueue_isTakenFromTheHighestThatSaysIt_whateverTheQueuesName(String queue) {
    Given given = new Given(folder);
    assertThat(explain(given, queue))
        .containsExactly(
            new Explained("queues." + queue + ".pollers", "none", "built-in"),
            new Explained("queues." + queue + ".max-tasks-per-second", "none", "built-in"));

    given.file("queues:\n  \"" + queue + "\": {pollers: 3, max-tasks-per-second: 2.5}");
    assertThat(explain(given, queue)).extracting(Explained::value).containsExactly("3", "2.5");
    assertThat(explain(given, queue).get(0).source()).startsWith(given.file() + ":2:");

    String variable = "LONGHAUL_QUEUES_" + EnvironmentSource.canonical(queue) + "_POLLERS";
    given.variable(variable, "4");
    assertThat(explain(given, queue).get(0))
        .isEqualTo(new Explained("queues." + queue + ".pollers", "4", variable));

    given.property("longhaul.queues." + queue + ".pollers", "5");
    assertThat(explain(given, queue).get(0))
        .isEqualTo(
            new Explained(
                "queues." + queue + ".pollers", "5", "-Dlonghaul.queues." + queue + ".pollers"));
    assertThat(explain(given, queue).get(1).value()).as("the other setting").isEqualTo("2.5");

    assertThat(
            QueueSettings.explain(
                given.read(), queue, QueueSettings.configured(given.read(), queue).pollers(6)))
        .first()
        .isEqualTo(new Explained("queues." + queue + ".pollers", "6", "Java code"));
  }

  private static List<Explained> explain(Given given, String queue) {
    Values values = given.read();
    assertThat(values.problems()).isEmpty();
    return QueueSettings.explain(values, queue, QueueSettings.configured(values, queue));
  }

  @Test
  void queuesThatTheEnvironmentCannotTellApart_areAProblem() {
    Values values = new Given(folder).variable("LONGHAUL_QUEUES_MEDIA_GPU_POLLERS", "3").read();

    assertThat(new GroupNames(Group.QUEUES, List.of("media/gpu", "audio")).ambiguities(values))
        .isEmpty();
    assertThat(new GroupNames(Group.QUEUES, List.of("media/gpu", "media.gpu")).ambiguities(values))
        .singleElement()
        .asString()
        .contains("LONGHAUL_QUEUES_MEDIA_GPU_POLLERS", "[media.gpu, media/gpu]");
  }

  @Test
  void queuesThatNoHandlerUses_areWarnedOf_withWhatWasMeant() {
    Values values =
        new Given(folder)
            .file("queues:\n  medai.eu:\n    pollers: 3")
            .property("longhaul.queues.media.eu.pollers", "3")
            .read();

    assertThat(new GroupNames(Group.QUEUES, List.of("media.eu")).strangers(values))
        .singleElement()
        .asString()
        .contains("longhaul.yaml:3:14", "\"medai.eu\", which no handler of this process uses")
        .endsWith("did you mean \"media.eu\"?");
  }

  @Test
  void handlersThatAreNotThere_areWarnedOf_withWhatWasMeant() {
    Values values =
        new Given(folder)
            .file("handlers:\n  Trancode:\n    enabled: false\n  default:\n    enabled: true")
            .variable("LONGHAUL_HANDLERS_ELSEWHERE_ENABLED", "false")
            .variable("LONGHAUL_HANDLERS_TRANSCODE_ENABLED", "false")
            .property("longhaul.handlers.Transcode.enabled", "true")
            .read();

    assertThat(new GroupNames(Group.HANDLERS, List.of("Transcode")).strangers(values))
        .hasSize(2)
        .anyMatch(
            warning ->
                warning.contains("longhaul.yaml:3:14")
                    && warning.contains("\"Trancode\"")
                    && warning.endsWith("did you mean \"Transcode\"?"))
        .anyMatch(warning -> warning.contains("\"ELSEWHERE\""));
  }
}
