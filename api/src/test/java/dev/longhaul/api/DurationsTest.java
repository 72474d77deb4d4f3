package dev.longhaul.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "250ms, PT0.25S",
    "30s, PT30S",
    "5m, PT5M",
    "1h30m, PT1H30M",
    "2d, PT48H",
    "1d2h3m4s5ms, PT26H3M4.005S",
    "90S, PT90S",
    "PT30S, PT30S",
    "P1DT1S, PT24H1S"
  })
  void text_isRead(String text, Duration expected) {
    assertThat(Durations.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0.25S, 250ms",
    "PT90S, 1m30s",
    "PT48H, 2d",
    "PT25H1M, 1d1h1m",
    "PT0.0000005S, PT0.0000005S"
  })
  void duration_isWrittenShortly_andReadBack(Duration duration, String expected) {
    assertThat(Durations.format(duration)).isEqualTo(expected);
    assertThat(Durations.parse(expected)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 999, 1_000, 59_999, 60_000, 3_599_999, 86_399_999, 86_400_001, 1L << 50})
  void roundTrip_keepsTheDuration(long millis) {
    Duration duration = Duration.ofMillis(millis);
    assertThat(Durations.parse(Durations.format(duration))).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "s", "ms", "soon", "1x", "1.5s", "-5s", "+5s", "30s5m", "5s5s", "1h 30m", " 30s",
        "30s ", "30 s", "PT", "PT30", "P", "auto"
      })
  void whatIsNoDuration_isRefusedWithTheForms(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Durations.parse(text))
        .withMessageContaining("\"" + text + "\" is not a duration")
        .withMessageContaining("write it like \"30s\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "0ms", "PT0S", "PT-30S"})
  void zeroAndNegative_areRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Durations.parse(text))
        .withMessageContaining("\"" + text + "\" is not a positive duration");
  }

  @Test
  void numberWithoutUnit_isRefusedWithAGuess() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Durations.parse("30"))
        .withMessageContaining("did you mean \"30s\"?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999999999999999s", "9223372036854775807d"})
  void tooLong_isRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Durations.parse(text))
        .withMessageContaining("longer than a duration can be");
  }
}
