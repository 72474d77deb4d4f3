package dev.longhaul.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.longhaul.api.StopRequest.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StopRequestTest {
  private static final List<Kind> LOWEST_FIRST =
      List.of(Kind.PAUSED, Kind.SHUTDOWN, Kind.RESET, Kind.CANCELLED, Kind.TIMED_OUT, Kind.GONE);

  @ParameterizedTest
  @EnumSource
  void request_outranksExactlyTheLowerKinds(Kind kind) {
    for (Kind other : Kind.values()) {
      assertThat(request(kind).outranks(request(other)))
          .as("%s over %s", kind, other)
          .isEqualTo(LOWEST_FIRST.indexOf(kind) > LOWEST_FIRST.indexOf(other));
    }
  }

  @ParameterizedTest
  @EnumSource
  void request_outranksNone(Kind kind) {
    assertThat(request(kind).outranks(null)).isTrue();
  }

  @Test
  void kinds_haveTheirExceptions() {
    assertThat(request(Kind.PAUSED).toException()).isInstanceOf(ActivityPausedException.class);
    assertThat(request(Kind.RESET).toException()).isInstanceOf(ActivityResetException.class);
    assertThat(request(Kind.CANCELLED).toException())
        .isInstanceOf(ActivityCancelledException.class);
    for (Kind kind : List.of(Kind.SHUTDOWN, Kind.TIMED_OUT, Kind.GONE)) {
      assertThat(request(kind).toException()).isExactlyInstanceOf(ActivityStoppedException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void exception_carriesTheRequest(Kind kind) {
    StopRequest request = request(kind);
    assertThat(request.toException().stopRequest()).isSameAs(request);
    assertThat(request.toException()).hasMessageContaining(kind + ": why");
  }

  @Test
  void cancelled_carriesDetails_nullIncluded_butDoesNotPrintThem() {
    ActivityCancelledException exception = request(Kind.CANCELLED).cancelled("secret", null, 3);
    assertThat(exception.details()).containsExactly("secret", null, 3).isUnmodifiable();
    assertThat(exception.toString()).doesNotContain("secret");
  }

  @Test
  void requests_areEqualOnlyByIdentity() {
    StopRequest request = request(Kind.PAUSED);
    assertThat(request).isNotEqualTo(request(Kind.PAUSED));
  }

  private static StopRequest request(Kind kind) {
    return StopRequest.of(kind, "why");
  }

  @Test
  void requestsThatCameAtOnce_areAllTold_andTheHighestCounts() {
    StopRequest request =
        StopRequest.of(Set.of(StopRequest.Kind.PAUSED, StopRequest.Kind.CANCELLED), "both");

    assertThat(request.kind()).isEqualTo(StopRequest.Kind.CANCELLED);
    assertThat(request.kinds())
        .containsExactly(StopRequest.Kind.PAUSED, StopRequest.Kind.CANCELLED);
    assertThat(request.toException()).isInstanceOf(ActivityCancelledException.class);
    assertThat(StopRequest.of(StopRequest.Kind.RESET, "one").kinds())
        .containsExactly(StopRequest.Kind.RESET);
    assertThatIllegalArgumentException().isThrownBy(() -> StopRequest.of(Set.of(), "none"));
  }
}
