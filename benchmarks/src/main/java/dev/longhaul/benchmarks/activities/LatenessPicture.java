package dev.longhaul.benchmarks.activities;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lateness over time as an SVG: a line each for the median, for 99 of 100 and for the latest of
 * each second, on a logarithmic scale. Its colours are legible on white and on black. Equal
 * measurements make equal pictures.
 */
final class LatenessPicture {
  private static final int WIDTH = 820;
  private static final int HEIGHT = 320;
  private static final int LEFT = 64;
  private static final int RIGHT = WIDTH - 16;
  private static final int TOP = 40;
  private static final int BOTTOM = HEIGHT - 44;
  private static final int LEGEND_WIDTH = 96;
  private static final int MOST_TIME_LABELS = 10;
  private static final int[] TIME_STEPS = {1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600};

  /** What is below it is drawn at the bottom, and so is a second without heartbeats. */
  private static final int LEAST_EXPONENT = -2;

  private static final List<Line> LINES =
      List.of(
          new Line("median", "#3987e5", "", Quantiles::p50),
          new Line("99 of 100", "#d2760c", "", Quantiles::p99),
          new Line("latest", "#8a6fdb", " stroke-dasharray=\"2 2\"", Quantiles::max));

  private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final Lateness lateness;
  private final Axis time;
  private final Axis exponent;
  private final List<String> lines = new ArrayList<>();

  /** One of the lines, and what it shows of each second. */
  private record Line(
      String title, String colour, String dashes, ToLongFunction<Quantiles> nanos) {}

  /**
   * A picture of these measurements.
   *
   * @throws IllegalArgumentException if they are of less than two seconds
   */
  LatenessPicture(Lateness lateness) {
    if (lateness.seconds().size() < 2) {
      throw new IllegalArgumentException(
          "a line needs two seconds at least, measured were " + lateness.seconds().size());
    }
    this.lateness = lateness;
    this.time = new Axis(0, lateness.seconds().size(), LEFT, RIGHT);
    double most = Math.max(lateness.all().max(), ActivitiesReport.WANTED_P99.toNanos());
    this.exponent = new Axis(LEAST_EXPONENT, Math.ceil(exponent(most)), BOTTOM, TOP);
  }

  /** The lines of the file. */
  List<String> lines() {
    lines.clear();
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
            + " font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"#7d8590\">",
        WIDTH, HEIGHT);
    add("<title>Lateness of heartbeats over time</title>");
    scaleOfLateness();
    scaleOfTime();
    target();
    for (int i = 0; i < LINES.size(); i++) {
      legend(LINES.get(i), LEFT + i * LEGEND_WIDTH);
      draw(LINES.get(i));
    }
    add("</svg>");
    return List.copyOf(lines);
  }

  private void scaleOfLateness() {
    for (int power = LEAST_EXPONENT; power <= exponent.most(); power++) {
      double y = exponent.at(power);
      add("<path d=\"M%d %.1fH%d\" stroke=\"#7d8590\" stroke-opacity=\".35\"/>", LEFT, y, RIGHT);
      add(
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s ms</text>",
          LEFT - 8,
          y + 4,
          power < 0 ? "0." + "0".repeat(-power - 1) + "1" : "1" + "0".repeat(power));
    }
  }

  private void scaleOfTime() {
    int step =
        IntStream.of(TIME_STEPS)
            .filter(seconds -> time.most() / seconds <= MOST_TIME_LABELS)
            .findFirst()
            .orElse((int) time.most());
    for (int second = 0; second <= time.most(); second += step) {
      add(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d s</text>",
          time.at(second), BOTTOM + 20, second);
    }
  }

  private void target() {
    double y = heightOf(ActivitiesReport.WANTED_P99.toNanos());
    add("<path d=\"M%d %.1fH%d\" stroke=\"#d1424c\" stroke-dasharray=\"8 4\"/>", LEFT, y, RIGHT);
    add(
        "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#d1424c\">%d ms</text>",
        RIGHT, y - 5, ActivitiesReport.WANTED_P99.toMillis());
  }

  private void legend(Line line, int x) {
    add("<path d=\"M%d 18h18\" stroke=\"%s\" stroke-width=\"2\"%s/>", x, line.colour, line.dashes);
    add("<text x=\"%d\" y=\"22\">%s</text>", x + 24, line.title);
  }

  private void draw(Line line) {
    List<Quantiles> seconds = lateness.seconds();
    String points =
        IntStream.range(0, seconds.size())
            .mapToObj(
                second ->
                    String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        time.at(second + 0.5),
                        heightOf(line.nanos.applyAsLong(seconds.get(second)))))
            .collect(Collectors.joining(" "));
    add(
        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"%s points=\"%s\"/>",
        line.colour, line.dashes, points);
  }

  private double heightOf(long nanos) {
    return exponent.at(exponent((double) nanos));
  }

  private static double exponent(double nanos) {
    return Math.log10(nanos / NANOS_PER_MILLI);
  }

  private void add(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values));
  }
}
