package dev.longhaul.benchmarks.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class LatenessPictureTest {
  private static final int MOST_BYTES = 30_000;

  @Test
  void lines_rise_whereHeartbeatsAreLate() throws Exception {
    List<Quantiles> seconds =
        List.of(millis(1, 2, 4), millis(1, 2, 4), millis(10, 20, 400), millis(1, 2, 4));
    List<double[]> lines = lines(new Lateness(millis(1, 20, 400), seconds, 0));
    assertThat(lines).hasSize(3);
    for (double[] heights : lines) {
      assertThat(heights).hasSize(4);
      assertThat(heights[0]).isEqualTo(heights[1]).isEqualTo(heights[3]).isGreaterThan(heights[2]);
    }
    // From the top, so the latest is the least.
    assertThat(lines.get(0)[0]).isGreaterThan(lines.get(1)[0]);
    assertThat(lines.get(1)[0]).isGreaterThan(lines.get(2)[0]);
  }

  @Test
  void secondWithoutHeartbeats_isAtTheBottom() throws Exception {
    Quantiles none = new Quantiles(0, 0, 0, 0);
    double[] heights =
        lines(new Lateness(millis(1, 1, 1), List.of(millis(1, 1, 1), none), 0)).get(0);
    assertThat(heights[1]).isFinite().isGreaterThan(heights[0]);
  }

  @Test
  void picture_ofFiveMinutes_isSmall_andTheSameEachTime() {
    List<Quantiles> seconds = new ArrayList<>();
    IntStream.range(0, 300).forEach(i -> seconds.add(millis(1, 2 + i % 7, 300 + i)));
    Lateness lateness = new Lateness(millis(1, 8, 600), seconds, 0);
    List<String> picture = new LatenessPicture(lateness).lines();
    assertThat(String.join("\n", picture)).hasSizeLessThan(MOST_BYTES);
    assertThat(new LatenessPicture(lateness).lines()).isEqualTo(picture);
  }

  @Test
  void lessThanTwoSeconds_areRefused() {
    assertThatThrownBy(
            () -> new LatenessPicture(new Lateness(millis(1, 1, 1), List.of(millis(1, 1, 1)), 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two seconds");
  }

  private static Quantiles millis(long p50, long p99, long max) {
    return new Quantiles(
        100,
        TimeUnit.MILLISECONDS.toNanos(p50),
        TimeUnit.MILLISECONDS.toNanos(p99),
        TimeUnit.MILLISECONDS.toNanos(max));
  }

  // The vertical coordinates of each line's points.
  private static List<double[]> lines(Lateness lateness) throws Exception {
    String picture = String.join("\n", new LatenessPicture(lateness).lines());
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(picture)));
    var polylines = document.getElementsByTagName("polyline");
    return IntStream.range(0, polylines.getLength())
        .mapToObj(i -> (Element) polylines.item(i))
        .map(line -> line.getAttribute("points").split(" "))
        .map(
            points ->
                Arrays.stream(points)
                    .mapToDouble(
                        point -> Double.parseDouble(point.substring(point.indexOf(',') + 1)))
                    .toArray())
        .toList();
  }
}
