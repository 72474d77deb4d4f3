package dev.longhaul.runtime.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @Test
  void numbers_areRead() {
    assertThat(Numbers.limit(" 12 ")).isEqualTo(12);
    assertThat(Numbers.limit("0")).isZero();
    assertThat(Numbers.rate("0.5")).isEqualTo(0.5);
    assertThat(Numbers.rate("0")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "many", "1.5", "99999999999", ""})
  void wrongLimit_isRefused_withItsText(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Numbers.limit(text))
        .withMessageContaining(text)
        .withMessageContaining("write");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "fast", "NaN", "Infinity", ""})
  void wrongRate_isRefused_withItsText(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Numbers.rate(text))
        .withMessageContaining(text)
        .withMessageContaining("write");
  }
}
