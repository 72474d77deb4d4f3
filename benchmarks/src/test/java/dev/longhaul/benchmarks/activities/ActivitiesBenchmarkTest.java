package dev.longhaul.benchmarks.activities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.benchmarks.Benchmarks;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivitiesBenchmarkTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void run_heartbeatsAndCompletesAll_andDrawsThePicture() throws IOException {
    Path svg = folder.resolve("lateness.svg");
    int exit = run("activities --activities 300 --interval 5s --ramp 500ms --time 3s --svg " + svg);

    assertThat(exit).as(err.toString()).isZero();
    assertThat(figure("completed at the end")).isEqualTo(300);
    assertThat(figure("heartbeats at the server")).isPositive();
    assertThat(figure("heartbeats sent, with their lateness")).isPositive();
    assertThat(figure("threads")).isPositive();
    assertThat(Files.readString(svg)).startsWith("<svg").contains("</svg>");
  }

  @Test
  void timeWithoutUnit_isRefused() {
    assertThat(run("activities --time 5")).isNotZero();
    assertThat(err.toString()).contains("--time", "no unit");
  }

  private int run(String arguments) {
    return Benchmarks.run(
        new PrintWriter(out, true), new PrintWriter(err, true), arguments.split(" "));
  }

  private long figure(String title) {
    Matcher matcher = Pattern.compile("\\| " + title + " *\\| *([\\d,]+)").matcher(out.toString());
    assertThat(matcher.find()).as(title + " in\n" + out).isTrue();
    return Long.parseLong(matcher.group(1).replace(",", ""));
  }
}
