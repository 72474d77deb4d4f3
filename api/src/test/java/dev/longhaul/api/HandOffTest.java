package dev.longhaul.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandOffTest {
  private static final TaskToken TOKEN = TaskToken.of(new byte[] {1, 2, 3, -1});
  private static final FullActivityId ID =
      FullActivityId.of("default", "workflow/ü", "run", "activity");
  private static final HandOff WHOLE =
      HandOff.withDetails(
              TOKEN,
              List.of(
                  new Payload(
                      Map.of("encoding", Bytes.utf8("json/plain"), "key", Bytes.utf8("")),
                      Bytes.utf8("\"half\""),
                      List.of(7L, 1L << 40)),
                  Payload.of("binary/null", Bytes.empty())))
          .id(ID)
          .activityType("Render")
          .attempt(2)
          .maximumAttempts(5)
          .times(
              Instant.parse("2026-01-01T00:00:00.123456789Z"),
              Duration.ofDays(7),
              Duration.ofMillis(1))
          .heartbeatTimeout(Duration.ofSeconds(30));

  static Stream<HandOff> handOffs() {
    return Stream.of(
        WHOLE,
        HandOff.eraseDetails(TOKEN),
        HandOff.eraseDetails(ID),
        HandOff.eraseDetails(FullActivityId.standalone("default", "alone")),
        HandOff.eraseDetails(TOKEN).heartbeatTimeout(Duration.ZERO),
        HandOff.eraseDetails(TOKEN).times(Instant.MIN, null, Duration.ofSeconds(Long.MAX_VALUE)));
  }

  @ParameterizedTest
  @MethodSource("handOffs")
  void text_parsesBack_andIsFitForUrls(HandOff handOff) {
    assertThat(HandOff.parse(handOff.toText())).isEqualTo(handOff);
    assertThat(handOff.toText()).matches("longhaul-handoff-v1\\.[0-9a-f]{12}\\.[A-Za-z0-9_-]+");
    assertThat(HandOff.parse(" " + handOff.toText() + "\n")).isEqualTo(handOff);
  }

  @Test
  void equalHandOffs_haveEqualTexts() {
    assertThat(HandOff.parse(WHOLE.toText()).toText()).isEqualTo(WHOLE.toText());
  }

  // Wherever it was cut off or changed: it must not become another activity, or a half one.
  @Test
  void damagedText_isRefused_andNotRepeated() {
    String text = WHOLE.toText();
    Stream<String> damaged =
        IntStream.range(0, text.length())
            .boxed()
            .flatMap(at -> Stream.of(text.substring(0, at), changed(text, at)));

    assertThat(damaged)
        .allSatisfy(
            bad ->
                assertThatIllegalArgumentException()
                    .isThrownBy(() -> HandOff.parse(bad))
                    .withNoCause()
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("AQID")));
  }

  private static String changed(String text, int at) {
    char other = text.charAt(at) == '0' ? '1' : '0';
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  @Test
  void textOfANewerVersion_saysSo() {
    assertThatThrownBy(() -> HandOff.parse("longhaul-handoff-v2.000000000000.AAAA"))
        .hasMessageContaining("newer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "longhaul-token-v1.xx.yy"})
  void anotherText_isRefused(String text) {
    assertThatThrownBy(() -> HandOff.parse(text)).hasMessageContaining("no hand-off");
  }

  @Test
  void negativeNumbers_areRefused() {
    HandOff handOff = HandOff.eraseDetails(TOKEN);
    assertThatIllegalArgumentException().isThrownBy(() -> handOff.attempt(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> handOff.maximumAttempts(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> handOff.heartbeatTimeout(Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> handOff.times(Instant.EPOCH, Duration.ofSeconds(-1), null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> handOff.times(Instant.EPOCH, null, Duration.ofSeconds(-1)));
  }

  @Test
  void print_tellsNoSecret() {
    assertThat(WHOLE.toString()).contains("Render", TOKEN.digest()).doesNotContain("half");
  }
}
