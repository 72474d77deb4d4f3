package dev.longhaul.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ActivityFailureTest {
  private static final ActivityFailure PLAIN = ActivityFailure.ofType("CardDeclined");

  @Test
  void failure_isRetryableWithNothingElse() {
    assertPlain(PLAIN);
  }

  @Test
  void changes_addUp_andLeaveTheOriginalAsItWas() {
    IOException cause = new IOException("line down");
    ActivityFailure changed =
        PLAIN
            .message("no funds")
            .details("a", null)
            .nonRetryable()
            .nextRetryDelay(Duration.ofSeconds(3))
            .category(FailureCategory.BENIGN)
            .cause(cause)
            .lastHeartbeatDetails(null, "b");

    assertThat(changed.type()).isEqualTo("CardDeclined");
    assertThat(changed.message()).isEqualTo("no funds");
    assertThat(changed.details()).containsExactly("a", null).isUnmodifiable();
    assertThat(changed.isRetryable()).isFalse();
    assertThat(changed.nextRetryDelay()).contains(Duration.ofSeconds(3));
    assertThat(changed.category()).isEqualTo(FailureCategory.BENIGN);
    assertThat(changed.cause()).containsSame(cause);
    assertThat(changed.lastHeartbeatDetails()).containsExactly(null, "b").isUnmodifiable();
    assertPlain(PLAIN);
  }

  @Test
  void details_areACopy() {
    Object[] details = {"a"};
    ActivityFailure failure = PLAIN.details(details);
    details[0] = "b";
    assertThat(failure.details()).containsExactly("a");
  }

  @Test
  void exception_carriesTheFailure_withItsMessageAndCause() {
    IOException cause = new IOException();
    ActivityFailure failure = PLAIN.message("no funds").cause(cause);
    assertThat(failure.toException()).hasMessage("no funds").hasCause(cause);
    assertThat(failure.toException().failure()).isSameAs(failure);
  }

  @Test
  void blankType_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> ActivityFailure.ofType(""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ActivityFailure.ofType(" "))
        .withMessageContaining("failure type is blank");
  }

  @Test
  void delayThatWouldEndTheActivity_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.nextRetryDelay(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLAIN.nextRetryDelay(Duration.ofNanos(999_999)))
        .withMessageContaining("below 1 ms");
    assertThat(PLAIN.nextRetryDelay(Duration.ofMillis(1)).nextRetryDelay()).isPresent();
  }

  @Test
  void details_areNotPrinted() {
    ActivityFailure failure = PLAIN.message("no funds").details("secret");
    assertThat(failure).hasToString("ActivityFailure[CardDeclined: no funds]");
    assertThat(failure.toException().toString()).doesNotContain("secret");
  }

  private static void assertPlain(ActivityFailure failure) {
    assertThat(failure.type()).isEqualTo("CardDeclined");
    assertThat(failure.isRetryable()).isTrue();
    assertThat(failure.message()).isEmpty();
    assertThat(failure.details()).isEmpty();
    assertThat(failure.nextRetryDelay()).isEmpty();
    assertThat(failure.cause()).isEmpty();
    assertThat(failure.lastHeartbeatDetails()).isEmpty();
    assertThat(failure.category()).isEqualTo(FailureCategory.UNSPECIFIED);
  }
}
