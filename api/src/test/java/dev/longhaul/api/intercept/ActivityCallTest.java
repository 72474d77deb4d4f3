package dev.longhaul.api.intercept;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.longhaul.api.TaskToken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ActivityCallTest {
  private static final TaskToken TOKEN = TaskToken.of("secret-token".getBytes(UTF_8));

  @Test
  void call_printsItselfAndTheDigest_andNothingThatIsSent() {
    List<ActivityCall> calls =
        List.of(
            new ActivityCall.Complete(TOKEN, List.of("secret")),
            new ActivityCall.Fail(TOKEN, new IllegalStateException("secret")),
            new ActivityCall.ReportCancellation(TOKEN, List.of("secret")),
            new ActivityCall.Heartbeat(TOKEN, List.of("secret")));

    assertThat(calls)
        .extracting(ActivityCall::toString)
        .containsExactly(
            "complete activity " + TOKEN.digest(),
            "fail activity " + TOKEN.digest(),
            "report the cancellation of activity " + TOKEN.digest(),
            "heartbeat activity " + TOKEN.digest());
  }

  @Test
  void values_areACopy_andMayHoldNull() {
    List<Object> values = new ArrayList<>(Arrays.asList("a", null));
    ActivityCall call = new ActivityCall.Heartbeat(TOKEN, values);
    values.clear();

    assertThat(call.values()).containsExactly("a", null).isUnmodifiable();
  }

  @Test
  void severalResults_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ActivityCall.Complete(TOKEN, List.of(1, 2)))
        .withMessageContaining("one result");
  }
}
