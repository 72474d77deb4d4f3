package dev.longhaul.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.longhaul.docs.Page;
import dev.longhaul.samples.SampleProcess.Ended;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The command of the samples, and what all samples have in common. */
@Timeout(200)
@Execution(CONCURRENT)
class SamplesTest {
  private static final Page PAGE = new Page("samples/README.md");

  static Set<String> samples() {
    return new CommandLine(new Samples()).getSubcommands().keySet();
  }

  @Test
  void withoutArguments_listsTheSamples_inALineEach() {
    Ended list = SampleProcess.run();

    assertThat(list.exitCode()).isZero();
    assertThat(list.err()).isEmpty();
    for (String sample : samples()) {
      assertThat(list.out()).containsPattern("(?m)^  %s +\\p{Upper}.*\\.$".formatted(sample));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          quickstar              | Unmatched argument at index 0: 'quickstar'; did you mean quickstart?
          --target=host:1        | Unknown option: '--target=host:1'
          """)
  void sampleThatIsUnknown_isOneClearLine(String arguments, String message) {
    SampleRun.of(arguments.split(" ")).assertRefused(message);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void eachSample_takesAServer_andRefusesOneThatIsNone(String sample) {
    SampleRun.of(sample, "--target", "localhost")
        .assertRefused("\"localhost\" is no host and port");
    SampleRun.of(sample, "--target", "127.0.0.1:1")
        .assertRefused("--target: no Temporal server can be reached");
    SampleRun.of(sample, "--targt=x")
        .assertRefused("Unknown option: '--targt=x'; did you mean --target?");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void eachSample_hasASectionThatTellsItsCommand(String sample) {
    assertThat(PAGE.text()).contains("\n## " + sample + "\n");
    assertThat(PAGE.blocks("sh"))
        .extracting(block -> block.text().strip())
        .anyMatch(
            command ->
                command.startsWith("mvn -q -Psample -Dsample.args=") && command.contains(sample));
  }
}
