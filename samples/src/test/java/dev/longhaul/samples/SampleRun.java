package dev.longhaul.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.docs.Page;
import dev.longhaul.samples.common.CommandLines;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sample that was run to its end by what its command runs, in this process.
 *
 * @param out what it said
 * @param err what it complained of
 */
public record SampleRun(int exitCode, String out, String err) {

  /** Runs a sample, whose name is the first argument. */
  public static SampleRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        CommandLines.run(
            new Samples(), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new SampleRun(exitCode, out.toString(), err.toString());
  }

  /** Checks that it ended well. */
  public SampleRun assertEndedWell() {
    assertThat(exitCode).as(err + out).isZero();
    assertThat(err).isEmpty();
    return this;
  }

  /** Checks that it told, among other things, what the page shows for this sample. */
  public SampleRun assertShown(String sample) {
    assertThat(out.lines().map(Shape::of)).containsAll(shown(sample));
    return this;
  }

  private static List<String> shown(String sample) {
    String text = new Page("samples/README.md").text();
    Matcher output =
        Pattern.compile("\\n## " + sample + "\\n.*?\\n```\\n(.*?)\\n```\\n", Pattern.DOTALL)
            .matcher(text);
    assertThat(output.find()).as("output in the section of " + sample).isTrue();
    return output.group(1).lines().map(Shape::of).toList();
  }

  /** Checks that it refused its options with one line, before anything was started. */
  public void assertRefused(String message) {
    assertThat(err).contains(message).containsOnlyOnce("\n").endsWith("\n");
    assertThat(out).isEmpty();
    assertThat(exitCode).isEqualTo(2);
  }
}
