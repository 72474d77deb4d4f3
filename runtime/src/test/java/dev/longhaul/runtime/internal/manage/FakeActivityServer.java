package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.RpcCode;
import dev.longhaul.api.payload.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A server that answers when the test says so. */
final class FakeActivityServer implements ActivityServer {

  record Beat(@Nullable String details, Duration limit, CompletableFuture<Answer> answer) {}

  record Sent(EncodedOutcome outcome, @Nullable String details, CompletableFuture<Answer> answer) {}

  final List<Beat> beats = new ArrayList<>();
  final List<Sent> reports = new ArrayList<>();
  final List<CompletableFuture<Standing>> looks = new ArrayList<>();
  boolean acknowledgesBeats = true;
  boolean reportedElsewhere;
  private boolean isDown;
  private boolean findsNothing;

  /** From now on every call fails at once, without a trace. */
  void down() {
    isDown = true;
  }

  /** From now on no attempt is found, and nobody says why. */
  void findsNothing() {
    findsNothing = true;
  }

  /** Everything is well again. */
  void up() {
    isDown = false;
    findsNothing = false;
  }

  static Answer tryAgain(boolean certainlyNotApplied) {
    return new Answer.TryAgain(
        new ActivityCompletionException("unavailable", "", RpcCode.UNAVAILABLE, null),
        certainlyNotApplied,
        Limit.NONE,
        Duration.ZERO);
  }

  static Answer notFound() {
    return new Answer.Refused(
        new ActivityNotFoundException("not found", "", RpcCode.NOT_FOUND, null, false));
  }

  static Answer cancelRequested() {
    return new Answer.Acknowledged(true, false, false);
  }

  static Answer paused() {
    return new Answer.Acknowledged(false, true, false);
  }

  static Answer reset() {
    return new Answer.Acknowledged(false, false, true);
  }

  static Answer limited(Limit limit) {
    return new Answer.TryAgain(
        new ActivityCompletionException("busy", "", RpcCode.RESOURCE_EXHAUSTED, null),
        true,
        limit,
        Duration.ofSeconds(1));
  }

  Beat lastBeat() {
    return beats.get(beats.size() - 1);
  }

  Sent lastReport() {
    return reports.get(reports.size() - 1);
  }

  @Override
  public CompletableFuture<Answer> heartbeat(
      ActivityReference activity, @Nullable Bytes details, Duration limit) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    beats.add(new Beat(text(details), limit, answer));
    if (isDown) {
      answer.complete(tryAgain(true));
    } else if (findsNothing) {
      answer.complete(notFound());
    } else if (acknowledgesBeats) {
      answer.complete(Answer.Acknowledged.PLAIN);
    }
    return answer;
  }

  @Override
  public CompletableFuture<Answer> report(
      ActivityReference activity, EncodedOutcome outcome, @Nullable Bytes lastDetails) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    reports.add(new Sent(outcome, text(lastDetails), answer));
    if (isDown) {
      answer.complete(tryAgain(true));
    }
    return answer;
  }

  @Override
  public CompletableFuture<Standing> look(FullActivityId id) {
    CompletableFuture<Standing> standing = new CompletableFuture<>();
    looks.add(standing);
    if (findsNothing) {
      standing.complete(new Standing.Unknown());
    }
    return standing;
  }

  @Override
  public CompletableFuture<Boolean> wasReported(FullActivityId id) {
    return CompletableFuture.completedFuture(reportedElsewhere);
  }

  private static @Nullable String text(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.toUtf8();
  }
}
