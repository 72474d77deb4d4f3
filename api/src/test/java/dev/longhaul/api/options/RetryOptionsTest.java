package dev.longhaul.api.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RetryOptionsTest {

  @Test
  void retryBuilder_keepsWhatIsNotChanged() {
    RetryOptions defaults = RetryOptions.defaults();
    RetryOptions changed =
        defaults.toBuilder()
            .initialInterval(Duration.ofMillis(1))
            .busyInterval(Duration.ofMillis(2))
            .factor(3)
            .maximumInterval(Duration.ofMillis(4))
            .jitter(0)
            .callTimeout(Duration.ofMillis(5))
            .totalTimeout(Duration.ofMillis(6))
            .build();
    assertThat(defaults.toBuilder().build()).isEqualTo(defaults);
    assertThat(changed)
        .isEqualTo(
            new RetryOptions(
                Duration.ofMillis(1),
                Duration.ofMillis(2),
                3,
                Duration.ofMillis(4),
                0,
                Duration.ofMillis(5),
                Duration.ofMillis(6)));
  }

  @ParameterizedTest
  @MethodSource
  void wrongRetryOption_isRefused(UnaryOperator<RetryOptions.Builder> change) {
    RetryOptions.Builder builder = change.apply(RetryOptions.defaults().toBuilder());
    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessageContaining("must be");
  }

  static Stream<UnaryOperator<RetryOptions.Builder>> wrongRetryOption_isRefused() {
    return Stream.of(
        b -> b.initialInterval(Duration.ZERO),
        b -> b.busyInterval(Duration.ofSeconds(-1)),
        b -> b.maximumInterval(Duration.ZERO),
        b -> b.callTimeout(Duration.ZERO),
        b -> b.totalTimeout(Duration.ofDays(366)),
        b -> b.factor(0.99),
        b -> b.factor(Double.NaN),
        b -> b.jitter(-0.1),
        b -> b.jitter(1.1));
  }
}
