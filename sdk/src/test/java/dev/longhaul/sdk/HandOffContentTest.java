package dev.longhaul.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.HandOff;
import dev.longhaul.api.TaskToken;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.RetryOptions;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is read of a task; what the test does not answer is not asked. */
class HandOffContentTest {
  private final List<String> calls = new ArrayList<>();
  private final Map<String, @Nullable Object> info = new HashMap<>();
  private boolean manual;

  HandOffContentTest() {
    info.put("getTaskToken", new byte[] {1, 2, 3});
    info.put("getNamespace", "media");
    info.put("isInWorkflow", true);
    info.put("getWorkflowId", "film");
    info.put("getWorkflowRunId", "run");
    info.put("getActivityId", "scene");
    info.put("getActivityType", "Render");
    info.put("getAttempt", 3);
    info.put("getRetryOptions", RetryOptions.newBuilder().setMaximumAttempts(5).build());
    info.put("getScheduledTimestamp", 100_000L);
    info.put("getStartedTimestamp", 110_000L);
    info.put("getScheduleToCloseTimeout", Duration.ofMinutes(1));
    info.put("getStartToCloseTimeout", Duration.ZERO);
    info.put("getHeartbeatTimeout", Duration.ofSeconds(30));
    info.put("getHeartbeatDetails", Optional.empty());
    info.put("isLocal", false);
  }

  private HandOff taken() {
    return SdkHandOff.take(fake(ActivityExecutionContext.class, this::context));
  }

  private @Nullable Object context(String method) {
    calls.add(method);
    return switch (method) {
      case "getInfo" -> fake(ActivityInfo.class, info::get);
      case "isUseLocalManualCompletion" -> manual;
      default -> null;
    };
  }

  private interface Answers {
    @Nullable Object to(String method);
  }

  private static <T> T fake(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.to(method.getName())));
  }

  @Test
  void handOff_hasAllThatTheWorkerKnows() {
    HandOff handOff = taken();

    assertThat(handOff.reference()).isEqualTo(TaskToken.of(new byte[] {1, 2, 3}));
    assertThat(handOff.id()).isEqualTo(FullActivityId.of("media", "film", "run", "scene"));
    assertThat(handOff.attempt()).isEqualTo(3);
    assertThat(handOff.maximumAttempts()).isEqualTo(5);
    assertThat(handOff.heartbeatTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(handOff.startToClose()).isNull();
    assertThat(handOff.scheduleToClose()).isEqualTo(Duration.ofSeconds(50));
    assertThat(calls).endsWith("doNotCompleteOnReturn");
  }

  @Test
  void standaloneActivity_hasARunOfItsOwn() {
    info.put("isInWorkflow", false);
    info.put("getWorkflowId", null);
    info.put("getActivityRunId", "own");
    info.put("getRetryOptions", null);

    HandOff handOff = taken();
    assertThat(handOff.id()).isEqualTo(FullActivityId.of("media", "", "own", "scene"));
    assertThat(handOff.maximumAttempts()).isZero();
  }

  // Forbidden: two that heartbeat one activity.
  @Test
  void activityOfTheSdksOwnClient_isRefused() {
    manual = true;

    assertThatThrownBy(this::taken)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("useLocalManualCompletion()");
    assertThat(calls).doesNotContain("doNotCompleteOnReturn");
  }
}
