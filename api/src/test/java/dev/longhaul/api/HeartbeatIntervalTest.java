package dev.longhaul.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeartbeatIntervalTest {

  @Test
  void text_isRead() {
    assertThat(HeartbeatInterval.parse("auto")).isEqualTo(HeartbeatInterval.auto());
    assertThat(HeartbeatInterval.parse("none")).isEqualTo(HeartbeatInterval.none());
    assertThat(HeartbeatInterval.parse("1m30s"))
        .isEqualTo(HeartbeatInterval.every(Duration.ofSeconds(90)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "none", "10s", "1h30m"})
  void text_isWrittenBack(String text) {
    assertThat(HeartbeatInterval.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AUTO", "never", "0s"})
  void otherText_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> HeartbeatInterval.parse(text));
  }

  @Test
  void intervalThatIsNotPositive_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HeartbeatInterval.every(Duration.ZERO))
        .withMessageContaining("for never, say none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HeartbeatInterval.every(Duration.ofSeconds(-1)));
  }
}
