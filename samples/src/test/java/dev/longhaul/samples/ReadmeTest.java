package dev.longhaul.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.docs.Page;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/**
 * What the README shows is what there is. What its runs print is checked by {@code EndsTest}, its
 * code and its links by {@code PagesTest}.
 */
class ReadmeTest {

  // The picture is of the run whose lines stand above it.
  @Test
  void picture_isOfTheRunThatIsShown() throws Exception {
    String svg = Files.readString(Page.project().resolve("docs/images/report.svg"));
    String run = Page.README.blocks("").get(1).text();
    Matcher resumed = Pattern.compile("attempt 2 resumes job (\\p{XDigit}+)").matcher(run);
    Matcher before = Pattern.compile("heartbeat 2: (.*)").matcher(run);
    assertThat(resumed.find() && before.find()).isTrue();

    assertThat(parse(svg).getDocumentElement().getTextContent())
        .contains("longhaul-" + resumed.group(1) + ".zip")
        .contains("went on with job " + resumed.group(1) + " of heartbeat 2 (" + before.group(1));
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
