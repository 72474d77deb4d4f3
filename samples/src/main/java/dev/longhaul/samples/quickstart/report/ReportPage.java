package dev.longhaul.samples.quickstart.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The template with what it says of one run; all values are escaped. */
final class ReportPage {
  private static final String RESOURCE = "report.html";

  private ReportPage() {}

  static String html(ReportView view) {
    return template().execute(view);
  }

  private static Template template() {
    try (InputStream in = ReportPage.class.getResourceAsStream(RESOURCE)) {
      String text =
          new String(Objects.requireNonNull(in, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
      return Mustache.compiler().compile(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
