package dev.longhaul.samples.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "999949, 999.9 kB",
    "999951, 1.0 MB",
    "1234567890, 1.2 GB",
  })
  void bytes_areInTheUnitThatReadsBest(long bytes, String text) {
    assertThat(Text.bytes(bytes)).isEqualTo(text);
  }

  @Test
  void seconds_haveOneDecimal() {
    assertThat(Text.seconds(Duration.ofMillis(5349))).isEqualTo("5.3 s");
  }

  @Test
  void percentOfNothing_isAll() {
    assertThat(Text.percent(0, 0)).isEqualTo("100 %");
    assertThat(Text.percent(1, 3)).isEqualTo("33 %");
  }

  @Test
  void count_ofOne_isSingular() {
    assertThat(Text.count(1, "file")).isEqualTo("1 file");
    assertThat(Text.count(0, "file")).isEqualTo("0 files");
  }
}
