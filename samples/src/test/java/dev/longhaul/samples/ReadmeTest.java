package dev.longhaul.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.docs.Page;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What the README shows is what there is. What its runs print is checked by {@code EndsTest}, its
 * Java by {@code PagesTest}.
 */
class ReadmeTest {

  @Test
  void coordinates_areThoseOfTheSamples() throws Exception {
    Document pom = parse(Files.readString(Page.project().resolve("samples/pom.xml")));
    String version = text((Element) pom.getElementsByTagName("parent").item(0), "version");
    List<String> ours =
        coordinates(pom, "dependency").stream()
            .filter(coordinate -> coordinate.startsWith("dev.longhaul:"))
            .toList();
    Document shown = parse("<project>" + Page.README.blocks("xml").get(0).text() + "</project>");

    assertThat(ours).containsAll(coordinates(shown, "dependency"));
    assertThat(coordinates(pom, "path")).isEqualTo(coordinates(shown, "path"));
    assertThat(texts(shown, "version")).containsOnly(version);
  }

  @Test
  void gradleCoordinates_areThoseOfMaven() throws Exception {
    Document shown = parse("<project>" + Page.README.blocks("xml").get(0).text() + "</project>");
    String version = texts(shown, "version").get(0);
    String gradle = Page.README.blocks("kotlin").get(0).text();

    assertThat(quoted(gradle, "implementation"))
        .isEqualTo(coordinates(shown, "dependency").stream().map(c -> c + ":" + version).toList());
    assertThat(quoted(gradle, "annotationProcessor"))
        .isEqualTo(coordinates(shown, "path").stream().map(c -> c + ":" + version).toList());
  }

  @Test
  void linksAndPictures_leadSomewhere() {
    Matcher link = Pattern.compile("]\\(([^)#]+)\\)").matcher(Page.README.text());
    List<String> dead = new ArrayList<>();
    while (link.find()) {
      if (!link.group(1).contains("://") && !Files.exists(Page.project().resolve(link.group(1)))) {
        dead.add(link.group(1));
      }
    }
    assertThat(dead).isEmpty();
  }

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

  private static List<String> coordinates(Document document, String element) {
    List<String> coordinates = new ArrayList<>();
    NodeList elements = document.getElementsByTagName(element);
    for (int i = 0; i < elements.getLength(); i++) {
      Element found = (Element) elements.item(i);
      coordinates.add(text(found, "groupId") + ":" + text(found, "artifactId"));
    }
    return coordinates;
  }

  private static List<String> texts(Document document, String element) {
    List<String> texts = new ArrayList<>();
    NodeList elements = document.getElementsByTagName(element);
    for (int i = 0; i < elements.getLength(); i++) {
      texts.add(elements.item(i).getTextContent());
    }
    return texts;
  }

  private static String text(Element parent, String child) {
    return parent.getElementsByTagName(child).item(0).getTextContent();
  }

  private static List<String> quoted(String gradle, String configuration) {
    return Pattern.compile(configuration + "\\(\"(.*)\"\\)")
        .matcher(gradle)
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
