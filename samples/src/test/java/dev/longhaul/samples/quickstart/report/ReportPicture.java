package dev.longhaul.samples.quickstart.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the README's picture of a report: the page itself, its style sheet and its body, as they
 * are within an SVG, which shows like any other image and is text.
 *
 * <pre>
 * java -cp samples/target/test-classes dev.longhaul.samples.quickstart.report.ReportPicture \
 *     archives/longhaul-0123abcd.html docs/images/report.svg 1130
 * </pre>
 */
final class ReportPicture {
  private static final int WIDTH = 1060;
  private static final Pattern PAGE =
      Pattern.compile("(<style>.*</style>).*<body>(.*)</body>", Pattern.DOTALL);

  private ReportPicture() {}

  /** The page's path, the picture's, and its height in pixels, which only a browser knows. */
  public static void main(String... arguments) throws IOException {
    String page = Files.readString(Path.of(arguments[0]));
    Files.writeString(Path.of(arguments[1]), svg(page, Integer.parseInt(arguments[2])));
  }

  static String svg(String page, int height) {
    Matcher parts = PAGE.matcher(page);
    if (!parts.find()) {
      throw new IllegalArgumentException("this is no report: it has no style sheet and body");
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d">
        %3$s
        <foreignObject width="%1$d" height="%2$d"><body xmlns="http://www.w3.org/1999/xhtml">%4$s</body></foreignObject>
        </svg>
        """
        .formatted(WIDTH, height, parts.group(1), parts.group(2));
  }
}
