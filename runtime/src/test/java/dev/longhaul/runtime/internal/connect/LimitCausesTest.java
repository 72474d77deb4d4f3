package dev.longhaul.runtime.internal.connect;

import static dev.longhaul.proto.enums.v1.ResourceExhaustedCause.RESOURCE_EXHAUSTED_CAUSE_APS_LIMIT;
import static dev.longhaul.proto.enums.v1.ResourceExhaustedCause.RESOURCE_EXHAUSTED_CAUSE_BUSY_WORKFLOW;
import static dev.longhaul.proto.enums.v1.ResourceExhaustedCause.RESOURCE_EXHAUSTED_CAUSE_CIRCUIT_BREAKER_OPEN;
import static dev.longhaul.proto.enums.v1.ResourceExhaustedCause.RESOURCE_EXHAUSTED_CAUSE_OPS_LIMIT;
import static dev.longhaul.proto.enums.v1.ResourceExhaustedCause.RESOURCE_EXHAUSTED_CAUSE_PERSISTENCE_LIMIT;
import static dev.longhaul.proto.enums.v1.ResourceExhaustedCause.RESOURCE_EXHAUSTED_CAUSE_PERSISTENCE_STORAGE_LIMIT;
import static dev.longhaul.proto.enums.v1.ResourceExhaustedCause.RESOURCE_EXHAUSTED_CAUSE_RPS_LIMIT;
import static dev.longhaul.proto.enums.v1.ResourceExhaustedCause.RESOURCE_EXHAUSTED_CAUSE_SYSTEM_OVERLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.proto.enums.v1.ResourceExhaustedCause;
import dev.longhaul.proto.enums.v1.ResourceExhaustedScope;
import dev.longhaul.runtime.internal.manage.Answer;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import dev.longhaul.runtime.internal.manage.Limit;
import dev.longhaul.testing.Refusals;
import dev.longhaul.testing.Rpc;
import io.grpc.Status;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the manager makes of a server that is at a limit, by the cause that it gives. */
class LimitCausesTest {
  private static final Map<ResourceExhaustedCause, Limit> LIMITS =
      Map.of(
          RESOURCE_EXHAUSTED_CAUSE_BUSY_WORKFLOW, Limit.RUN,
          RESOURCE_EXHAUSTED_CAUSE_RPS_LIMIT, Limit.ALL,
          RESOURCE_EXHAUSTED_CAUSE_APS_LIMIT, Limit.ALL,
          RESOURCE_EXHAUSTED_CAUSE_OPS_LIMIT, Limit.ALL,
          RESOURCE_EXHAUSTED_CAUSE_SYSTEM_OVERLOADED, Limit.ALL,
          RESOURCE_EXHAUSTED_CAUSE_CIRCUIT_BREAKER_OPEN, Limit.ALL,
          RESOURCE_EXHAUSTED_CAUSE_PERSISTENCE_LIMIT, Limit.ALL,
          RESOURCE_EXHAUSTED_CAUSE_PERSISTENCE_STORAGE_LIMIT, Limit.ALL);

  @RegisterExtension private final DirectFixture fixture = new DirectFixture();

  static Stream<ResourceExhaustedCause> causes() {
    return Arrays.stream(ResourceExhaustedCause.values())
        .filter(cause -> cause != ResourceExhaustedCause.UNRECOGNIZED);
  }

  // Forbidden: an outcome that is given up, or taken for applied, because the server was busy; and
  // activities that have to wait for a limit that is not theirs.
  @ParameterizedTest
  @MethodSource("causes")
  void outcome_isTriedAgain_andWhoeverSharesTheLimitWaits(ResourceExhaustedCause cause)
      throws Exception {
    fixture
        .service
        .faults()
        .next(Rpc.COMPLETE)
        .refuse(
            Refusals.resourceExhausted(
                cause, ResourceExhaustedScope.RESOURCE_EXHAUSTED_SCOPE_SYSTEM));
    Answer answer = complete();

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.TryAgain.class,
            again -> {
              assertThat(again.certainlyNotApplied()).isTrue();
              assertThat(again.limit()).isEqualTo(LIMITS.getOrDefault(cause, Limit.NONE));
              assertThat(again.pause()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            });
    assertThat(complete()).isInstanceOf(Answer.Acknowledged.class);
  }

  // Forbidden: the same request again and again, which will never be smaller.
  @Test
  void requestThatIsTooLarge_isRefusedForGood() throws Exception {
    fixture
        .service
        .faults()
        .next(Rpc.COMPLETE)
        .refuse(
            Status.RESOURCE_EXHAUSTED.withDescription(
                "grpc: received message larger than max (5000000 vs. 4194304)"));

    assertThat(complete()).isInstanceOf(Answer.Refused.class);
  }

  private Answer complete() throws Exception {
    return DirectFixture.answerOf(
        new GrpcActivityServer(fixture.retries().tries())
            .report(fixture.token(), new EncodedOutcome.Completed(null), null));
  }
}
