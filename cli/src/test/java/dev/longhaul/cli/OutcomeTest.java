package dev.longhaul.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.CancellationNotRequestedException;
import dev.longhaul.api.NamespaceNotFoundException;
import dev.longhaul.api.PayloadTooLargeException;
import dev.longhaul.api.RpcCode;
import dev.longhaul.api.StopRequest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class OutcomeTest {

  @Test
  void exitCodes_areAllDifferent() {
    assertThat(Arrays.stream(Outcome.values()).map(Outcome::exitCode)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource
  void failure_hasItsOutcome(Throwable why, Outcome outcome) {
    assertThat(Outcome.of(why)).isEqualTo(outcome);
  }

  static Stream<Arguments> failure_hasItsOutcome() {
    return Stream.of(
        arguments(notFound(false), Outcome.NOT_FOUND),
        arguments(notFound(true), Outcome.POSSIBLY_APPLIED),
        arguments(
            new CancellationNotRequestedException("m", "d", RpcCode.INVALID_ARGUMENT, null),
            Outcome.NOT_REQUESTED),
        arguments(
            new NamespaceNotFoundException("m", "d", RpcCode.NOT_FOUND, null), Outcome.REFUSED),
        arguments(
            new PayloadTooLargeException("m", "d", RpcCode.RESOURCE_EXHAUSTED, null),
            Outcome.REFUSED),
        arguments(refused(RpcCode.PERMISSION_DENIED), Outcome.REFUSED),
        arguments(refused(RpcCode.INTERNAL), Outcome.REFUSED),
        arguments(refused(null), Outcome.REFUSED),
        arguments(refused(RpcCode.UNAVAILABLE), Outcome.UNREACHABLE),
        arguments(refused(RpcCode.DEADLINE_EXCEEDED), Outcome.UNREACHABLE),
        arguments(refused(RpcCode.RESOURCE_EXHAUSTED), Outcome.UNREACHABLE),
        arguments(stopped(StopRequest.Kind.CANCELLED), Outcome.CANCEL_REQUESTED),
        arguments(stopped(StopRequest.Kind.PAUSED), Outcome.PAUSED),
        arguments(stopped(StopRequest.Kind.RESET), Outcome.RESET),
        arguments(new IllegalStateException("m"), Outcome.BROKEN));
  }

  private static Throwable notFound(boolean possiblyApplied) {
    return new ActivityNotFoundException("m", "d", RpcCode.NOT_FOUND, null, possiblyApplied);
  }

  private static Throwable refused(@Nullable RpcCode code) {
    return new ActivityCompletionException("m", "d", code, null);
  }

  private static Throwable stopped(StopRequest.Kind kind) {
    return StopRequest.of(kind, "m").toException();
  }
}
