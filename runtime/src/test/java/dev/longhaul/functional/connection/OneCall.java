package dev.longhaul.functional.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedRequest;
import dev.longhaul.runtime.LonghaulClient;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.TimeUnit;

/** A single try of a completion over a client's connection. */
final class OneCall {
  private OneCall() {}

  static void succeeds(LonghaulClient client) {
    client
        .workflowService()
        .blocking()
        .withDeadlineAfter(10, TimeUnit.SECONDS)
        .respondActivityTaskCompleted(RespondActivityTaskCompletedRequest.getDefaultInstance());
  }

  /** It must fail as a call to a server that cannot be reached does; why, with all causes. */
  static String isRefused(LonghaulClient client) {
    StatusRuntimeException refused =
        catchThrowableOfType(StatusRuntimeException.class, () -> succeeds(client));
    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    StringBuilder reasons = new StringBuilder();
    for (Throwable reason = refused; reason != null; reason = reason.getCause()) {
      reasons.append(reason).append('\n');
    }
    return reasons.toString();
  }
}
