package dev.longhaul.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.proto.failure.v1.ApplicationFailureInfo;
import dev.longhaul.proto.failure.v1.Failure;
import org.junit.jupiter.api.Test;

class FailureClipperTest {
  @Test
  void smallFailure_isLeftAlone() {
    Failure failure = Worker.failure("Type");

    assertThat(FailureClipper.clip(failure, 4096)).isSameAs(failure);
  }

  @Test
  void largeFailure_fitsAndKeepsTypeAndFlag() {
    Failure failure = chain(40);

    Failure clipped = FailureClipper.clip(failure, 4096);

    assertThat(clipped.getSerializedSize()).isLessThanOrEqualTo(4096);
    assertThat(clipped.getMessage()).startsWith("ääää");
    assertThat(clipped.getApplicationFailureInfo().getType()).isEqualTo("Type");
    assertThat(clipped.getApplicationFailureInfo().getNonRetryable()).isTrue();
    assertThat(causes(clipped)).isEqualTo(20);
  }

  private static Failure chain(int length) {
    Failure.Builder failure =
        Failure.newBuilder()
            .setMessage("ä".repeat(3000))
            .setStackTrace("at\n".repeat(1000))
            .setApplicationFailureInfo(
                ApplicationFailureInfo.newBuilder()
                    .setType("Type")
                    .setNonRetryable(true)
                    .setDetails(Worker.payloads("x".repeat(5000))));
    if (length > 0) {
      failure.setCause(chain(length - 1));
    }
    return failure.build();
  }

  private static int causes(Failure failure) {
    return failure.hasCause() ? 1 + causes(failure.getCause()) : 0;
  }
}
