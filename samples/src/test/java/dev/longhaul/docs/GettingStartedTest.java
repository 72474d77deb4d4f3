package dev.longhaul.docs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.longhaul.docs.GreetingProject.Running;
import dev.longhaul.testing.EmbeddedTemporalServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;

/** Whoever follows the page gets what it promises. */
@Timeout(200)
@Execution(CONCURRENT)
class GettingStartedTest {
  private static final Page PAGE = new Page("docs/getting-started.md");
  private static final Pattern QUESTION = Pattern.compile("answer (longhaul-id-v1\\S+)\\s");

  @TempDir Path folder;

  @Test
  void page_showsEveryFileWhole() throws IOException {
    List<String> shown = PAGE.blocks().stream().map(Page.Block::text).toList();
    try (Stream<Path> files = Files.walk(GreetingProject.FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(shown).as("%s", file).contains(Files.readString(file));
      }
    }
  }

  @Test
  void versions_areThoseOfTheBuild() throws IOException {
    String pom = Files.readString(Page.project().resolve("pom.xml"));
    String longhaul = found(pom, "<artifactId>longhaul-parent</artifactId>\\s*<version>(.*?)<");
    String temporal = found(pom, "<temporal.version>(.*?)<");
    String slf4j = found(pom, "<slf4j.version>(.*?)<");

    String maven = Files.readString(GreetingProject.FOLDER.resolve("pom.xml"));
    assertThat(found(maven, "<longhaul.version>(.*?)<")).isEqualTo(longhaul);
    assertThat(found(maven, "temporal-sdk</artifactId>\\s*<version>(.*?)<")).isEqualTo(temporal);
    assertThat(found(maven, "slf4j-simple</artifactId>\\s*<version>(.*?)<")).isEqualTo(slf4j);
    assertThat(Files.readString(GreetingProject.FOLDER.resolve("build.gradle.kts")))
        .contains("longhaul-api:" + longhaul + "\"", "longhaul-runtime:" + longhaul + "\"")
        .contains("longhaul-processor:" + longhaul + "\"")
        .contains("temporal-sdk:" + temporal + "\"", "slf4j-simple:" + slf4j + "\"");
  }

  @Test
  void greeting_isAnsweredFromAnotherProcess_alsoAfterACrash() throws Exception {
    GreetingProject project = GreetingProject.compiledIn(folder);
    try (EmbeddedTemporalServer server = EmbeddedTemporalServer.start();
        Running first = project.run(server, "Activities");
        Running workflow = project.run(server, "Greet", "Ada")) {
      String reference = question(first, "Attempt 1");
      first.kill();

      try (Running second = project.run(server, "Activities")) {
        assertThat(question(second, "Attempt 2")).isEqualTo(reference);

        try (Running answer = project.run(server, "Answer", reference, "Hello, Ada")) {
          assertThat(answer.exitCode()).as(answer.output()).isZero();
        }
        assertThat(workflow.exitCode()).isZero();
        assertThat(workflow.output()).contains("The workflow returned: Hello, Ada");
      }
    }
  }

  /** What this attempt says is to be answered, as soon as the whole line is there. */
  private static String question(Running activities, String attempt) {
    await().atMost(60, SECONDS).until(() -> QUESTION.matcher(activities.output()).find());
    assertThat(activities.output()).contains(attempt);
    return found(activities.output(), QUESTION.pattern());
  }

  private static String found(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as("%s in:%n%s", pattern, text).isTrue();
    return matcher.group(1);
  }
}
