package dev.longhaul.samples.quickstart.callback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.BlockingCompletionClient;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.samples.quickstart.archive.Archive;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a callback, and what the caller is told. */
@Timeout(60)
class CallbackServerTest {
  private static final FullActivityId ACTIVITY =
      FullActivityId.of("default", "a workflow/with a slash", "run", "activity");
  private static final String PROGRESS =
      "\"progress\": {\"job\": \"1f\", \"filesDone\": 1, \"filesTotal\": 1, \"bytesDone\": 2,"
          + " \"bytesTotal\": 2}";
  private static final String COMPLETED =
      "{\"id\": \"1f\", \"state\": \"COMPLETED\", "
          + PROGRESS
          + ", \"archive\": {\"job\": \"1f\", \"path\": \"/a.zip\", \"files\": 1, \"bytesBefore\": 2,"
          + " \"bytes\": 1, \"sha256\": \"00\", \"types\": []}}";
  private static final String FAILED =
      "{\"id\": \"1f\", \"state\": \"FAILED\", " + PROGRESS + ", \"error\": \"disk full\"}";

  private final FakeClient client = new FakeClient();
  private CallbackServer server;

  @BeforeEach
  void start() throws IOException {
    server = CallbackServer.start(client);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void callbackOfACompletedJob_completesTheActivityOfTheUrl() throws Exception {
    client.answer.complete(null);

    assertThat(post(server.address().of(ACTIVITY), COMPLETED)).isEqualTo(204);

    assertThat(client.calls)
        .containsExactly(
            "complete " + ACTIVITY + " " + new Archive("1f", "/a.zip", 1, 2, 1, "00", List.of()));
  }

  @Test
  void callbackOfAFailedJob_failsTheActivity() throws Exception {
    client.answer.complete(null);

    assertThat(post(server.address().of(ACTIVITY), FAILED)).isEqualTo(204);

    assertThat(client.calls)
        .containsExactly("fail " + ACTIVITY + " ActivityFailure[ArchiveFailed: disk full]");
  }

  @Test
  void activityThatNobodyWaitsFor_isGone() throws Exception {
    client.answer.completeExceptionally(
        new ActivityNotFoundException("closed", ACTIVITY.digest(), null, null, false));

    assertThat(post(server.address().of(ACTIVITY), COMPLETED)).isEqualTo(410);
  }

  // So that the caller tries again: an acknowledgement that never came is no acknowledgement.
  @Test
  void completionThatFails_isUnavailable() throws Exception {
    client.answer.completeExceptionally(new IllegalStateException("no connection"));

    assertThat(post(server.address().of(ACTIVITY), COMPLETED)).isEqualTo(503);
  }

  @Test
  void callbackThatMakesNoSense_isRefused_andReportsNothing() throws Exception {
    URI url = server.address().of(ACTIVITY);

    assertThat(post(url, "not json")).isEqualTo(400);
    assertThat(post(url, COMPLETED.replaceFirst(", \"archive\".*", "}"))).isEqualTo(400);
    assertThat(post(URI.create(url + "x"), COMPLETED)).isEqualTo(400);
    assertThat(client.calls).isEmpty();
  }

  private static int post(URI url, String body) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(url).POST(BodyPublishers.ofString(body)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  /** Remembers what is reported, and answers as it is told. */
  private static final class FakeClient implements AsyncCompletionClient {
    private final CompletableFuture<Void> answer = new CompletableFuture<>();
    private final List<String> calls = new ArrayList<>();

    @Override
    public String namespace() {
      return ACTIVITY.namespace();
    }

    @Override
    public CompletableFuture<Void> complete(ActivityReference activity) {
      return complete(activity, null);
    }

    @Override
    public CompletableFuture<Void> complete(ActivityReference activity, @Nullable Object result) {
      calls.add("complete " + activity + " " + result);
      return answer;
    }

    @Override
    public CompletableFuture<Void> fail(ActivityReference activity, Throwable failure) {
      throw new AssertionError("not expected");
    }

    @Override
    public CompletableFuture<Void> fail(ActivityReference activity, ActivityFailure failure) {
      calls.add("fail " + activity + " " + failure);
      return answer;
    }

    @Override
    public CompletableFuture<Void> reportCancellation(
        ActivityReference activity, @Nullable Object... details) {
      throw new AssertionError("not expected");
    }

    @Override
    public CompletableFuture<Void> heartbeat(
        ActivityReference activity, @Nullable Object... details) {
      throw new AssertionError("not expected");
    }

    @Override
    public AsyncCompletionClient within(Duration totalTimeout) {
      throw new AssertionError("not expected");
    }

    @Override
    public BlockingCompletionClient blocking() {
      throw new AssertionError("not expected");
    }
  }
}
