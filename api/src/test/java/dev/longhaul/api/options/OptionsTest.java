package dev.longhaul.api.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.PauseAction;
import dev.longhaul.api.ShutdownAction;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadConverter;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class OptionsTest {

  @Test
  void builder_keepsWhatIsNotChanged() {
    RuntimeOptions defaults = RuntimeOptions.defaults();
    assertThat(defaults.toBuilder().build()).isEqualTo(defaults);
    RuntimeOptions changed = defaults.toBuilder().identity("me").callbackThreads(2).build();
    assertThat(changed.identity()).isEqualTo("me");
    assertThat(changed.callbackThreads()).isEqualTo(2);
    assertThat(changed.toBuilder().identity(defaults.identity()).callbackThreads(4).build())
        .isEqualTo(defaults);
    assertThat(defaults.startTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(defaults.toBuilder().startTimeout(Duration.ofSeconds(1)).build().toBuilder().build())
        .returns(Duration.ofSeconds(1), RuntimeOptions::startTimeout);
    assertThat(defaults.closeOnJvmShutdown()).isFalse();
    assertThat(defaults.toBuilder().closeOnJvmShutdown(true).build().toBuilder().build())
        .returns(true, RuntimeOptions::closeOnJvmShutdown);
    assertThat(defaults.completeOnNetworkThreads()).isFalse();
    assertThat(defaults.toBuilder().completeOnNetworkThreads(true).build().toBuilder().build())
        .returns(true, RuntimeOptions::completeOnNetworkThreads);
  }

  @ParameterizedTest
  @MethodSource
  void wrongOption_isRefused(UnaryOperator<RuntimeOptions.Builder> change) {
    RuntimeOptions.Builder builder = change.apply(RuntimeOptions.defaults().toBuilder());
    assertThatIllegalArgumentException().isThrownBy(builder::build);
  }

  static Stream<UnaryOperator<RuntimeOptions.Builder>> wrongOption_isRefused() {
    return Stream.of(
        b -> b.identity(" "),
        b -> b.identity("x".repeat(1001)),
        b -> b.maxConcurrentActivities(0),
        b -> b.callbackThreads(0),
        b -> b.startTimeout(Duration.ofMillis(-1)),
        b -> b.drainTime(Duration.ofMillis(-1)),
        b -> b.pollDrain(Duration.ofMillis(-1)),
        b -> b.encodeFailureAttributes(true));
  }

  @Test
  void convertersOfOneEncoding_areRefused_andItIsNamed() {
    RuntimeOptions.Builder builder =
        RuntimeOptions.defaults().toBuilder().converters(List.of(new Odd(), new Odd()));
    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessageContaining("\"acme/odd\"");
  }

  private static final class Odd implements PayloadConverter {
    @Override
    public String encoding() {
      return "acme/odd";
    }

    @Override
    public Optional<Payload> toPayload(@Nullable Object value) {
      return Optional.empty();
    }

    @Override
    public @Nullable Object fromPayload(Payload payload, Type type) {
      return null;
    }
  }

  @Test
  void noDraining_isAllowed() {
    RuntimeOptions options =
        RuntimeOptions.defaults().toBuilder()
            .drainTime(Duration.ZERO)
            .pollDrain(Duration.ZERO)
            .build();
    assertThat(options.pollDrain()).isZero();
  }

  @Test
  void handlerOptions_holdWhatIsSetAsText() {
    HandlerOptions options =
        HandlerOptions.none()
            .taskQueue("media")
            .heartbeatInterval(Duration.ofSeconds(90))
            .expectedHeartbeatTimeout(Duration.ofMinutes(2))
            .cancellationGrace(Duration.ofMillis(500))
            .onPause(PauseAction.STOP)
            .onShutdown(ShutdownAction.RELEASE)
            .maxConcurrent(3)
            .maxOutstanding(0)
            .ratePerSecond(2.5);
    assertThat(options.values())
        .isEqualTo(
            Map.of(
                HandlerSetting.TASK_QUEUE, "media",
                HandlerSetting.HEARTBEAT_INTERVAL, "1m30s",
                HandlerSetting.EXPECTED_HEARTBEAT_TIMEOUT, "2m",
                HandlerSetting.CANCELLATION_GRACE, "500ms",
                HandlerSetting.ON_PAUSE, "STOP",
                HandlerSetting.ON_SHUTDOWN, "RELEASE",
                HandlerSetting.MAX_CONCURRENT, "3",
                HandlerSetting.MAX_OUTSTANDING, "0",
                HandlerSetting.RATE_PER_SECOND, "2.5"));
  }

  @Test
  void handlerOptions_changeIsACopy_andTheLastOneCounts() {
    HandlerOptions first = HandlerOptions.none().heartbeatInterval(HeartbeatInterval.auto());
    HandlerOptions second = first.heartbeatInterval(HeartbeatInterval.none());
    assertThat(HandlerOptions.none().values()).isEmpty();
    assertThat(first.values()).containsEntry(HandlerSetting.HEARTBEAT_INTERVAL, "auto");
    assertThat(second.values()).containsEntry(HandlerSetting.HEARTBEAT_INTERVAL, "none");
  }
}
