package dev.longhaul.samples.quickstart.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.samples.quickstart.archive.Archive;
import dev.longhaul.samples.quickstart.archive.Archive.TypeSize;
import dev.longhaul.samples.quickstart.story.ActivityRecord;
import dev.longhaul.samples.quickstart.story.ActivityState;
import dev.longhaul.samples.quickstart.story.AttemptRecord;
import dev.longhaul.samples.quickstart.story.HeartbeatRecord;
import dev.longhaul.samples.quickstart.story.Progress;
import dev.longhaul.samples.quickstart.workflow.Decision;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page of a run that took two attempts and twenty seconds. */
class ReportPageTest {
  private static final Instant START = Instant.ofEpochSecond(1_000);

  private final String html =
      ReportPage.html(
          ReportView.of(
              "workflow-1",
              new Archive(
                  "1f", "/out/<a>.zip", 30, 2000, 500, "00ff", List.of(type(".java"), type(""))),
              new Decision(true, "somebody & co"),
              List.of(archiveFolder()),
              START.plusSeconds(20)));

  @Test
  void page_isWellFormed_andLoadsNothingFromElsewhere() throws Exception {
    assertThat(parsed().getDocumentElement().getTagName()).isEqualTo("html");
    assertThat(html)
        .doesNotContain("src=", "href=", "@import", "url(")
        .doesNotContainPattern("https?://(?!www\\.w3\\.org/1999/xhtml\")");
  }

  @Test
  void values_areEscaped() throws Exception {
    assertThat(texts("//*[local-name()='h1']")).containsExactly("<a>.zip");
    assertThat(texts("//*[@class='verdict']")).containsExactly("✓ Approved by somebody & co");
  }

  @Test
  void attemptsAndHeartbeats_standWhereTheyHappened() throws Exception {
    assertThat(texts("//*[@class='span lost']/@style")).containsExactly("left:10.00%;width:40.00%");
    assertThat(texts("//*[@class='span']/@style")).containsExactly("left:60.00%;width:30.00%");
    assertThat(texts("//*[@class='beat']/@style"))
        .containsExactly("left:15.00%", "left:20.00%", "left:75.00%");
  }

  @Test
  void everyHeartbeat_isARow() throws Exception {
    assertThat(texts("//*[local-name()='td'][5]"))
        .containsExactly("1 of 30 files", "2 of 30 files", "20 of 30 files");
  }

  @Test
  void failureAndResumption_areRemarks() throws Exception {
    assertThat(texts("//*[@class='remark bad']"))
        .containsExactly("Attempt 1 failed: its heartbeats stopped.");
    assertThat(texts("//*[@class='remark']"))
        .containsExactly(
            "Attempt 2 went on with job 1f of heartbeat 2 (2 of 30 files) instead of starting"
                + " over.");
  }

  @Test
  void fileTypes_haveABarBeforeAndAfter() throws Exception {
    assertThat(texts("//*[@class='type']//*[@class='bar']/@style"))
        .containsExactly(
            "background:var(--before);width:100.00%",
            "background:var(--after);width:25.00%",
            "background:var(--before);width:100.00%",
            "background:var(--after);width:25.00%");
  }

  @Test
  void manyFileTypes_becomeOne() {
    List<TypeSize> types = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      types.add(type(".t" + i));
    }

    List<TypeBar> bars = TypeBar.of(types);

    assertThat(bars).hasSize(7);
    assertThat(bars.get(6).type()).isEqualTo("all others");
    assertThat(bars.get(6).files()).isEqualTo("45 files");
    assertThat(bars.get(6).beforeWidth()).isEqualTo("100.00%");
    assertThat(bars.get(0).beforeWidth()).isEqualTo("33.33%");
  }

  private static TypeSize type(String extension) {
    return new TypeSize(extension, 15, 1000, 250);
  }

  private static ActivityRecord archiveFolder() {
    return new ActivityRecord(
        "ArchiveFolder",
        ActivityState.COMPLETED,
        START,
        List.of(
            new AttemptRecord(
                1, START.plusSeconds(2), START.plusSeconds(10), "its heartbeats stopped"),
            new AttemptRecord(2, START.plusSeconds(12), START.plusSeconds(18), null)),
        List.of(heartbeat(1, 1, 3), heartbeat(2, 1, 4), heartbeat(20, 2, 15)),
        START.plusSeconds(18));
  }

  private static HeartbeatRecord heartbeat(int files, int attempt, int second) {
    Progress progress =
        new Progress(files + " of 30 files", OptionalDouble.empty(), Optional.of("1f"));
    return new HeartbeatRecord(files, attempt, START.plusSeconds(second), progress);
  }

  private Document parsed() throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html)));
  }

  private List<String> texts(String xpath) throws Exception {
    NodeList nodes =
        (NodeList)
            XPathFactory.newInstance().newXPath().evaluate(xpath, parsed(), XPathConstants.NODESET);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }
}
