package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.google.inject.Module;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnHeartbeat;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;
import dev.longhaul.functional.ActivityWorkflow.Call;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tokens and values stay out of the log on every level, above all when something goes wrong. */
class SecretsTest {
  private static final String SECRET = "4111-1111-1111-1111";
  private static final List<String> FAILING = List.of("Misread", "Unencodable", "Unknown");
  private static final List<String> OPEN = List.of("Hooked", "Misdetailed");

  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private final Tokens tokens = new Tokens();

  /** The tokens of all attempts. */
  static final class Tokens {
    final BlockingQueue<PendingActivity<?>> seen = new LinkedBlockingQueue<>();
  }

  /** It needs a number where the workflow sends the secret. */
  @AsyncActivityHandler(activityType = "Misread")
  static final class MisreadHandler {
    @OnStart
    int start(int number) {
      return number;
    }
  }

  @AsyncActivityHandler(activityType = "Hooked")
  static final class HookedHandler {
    private final Tokens tokens;

    @Inject
    HookedHandler(Tokens tokens) {
      this.tokens = tokens;
    }

    @OnStart
    void start(String secret, PendingActivity<String> pending) {
      tokens.seen.add(pending);
      pending.heartbeat(secret);
    }

    @OnHeartbeat
    String progress() {
      return SECRET;
    }

    @OnCancel
    String cancel(PendingActivity<String> pending, StopRequest why) {
      pending.reportCancellation(SECRET);
      return SECRET;
    }
  }

  /** At first its hook reads its own details as what they are not. */
  @AsyncActivityHandler(activityType = "Misdetailed", cancellationGrace = "200ms")
  static final class MisdetailedHandler {
    private final Tokens tokens;
    private int asked;

    @Inject
    MisdetailedHandler(Tokens tokens) {
      this.tokens = tokens;
    }

    @OnStart
    void start(String secret, PendingActivity<String> pending) {
      tokens.seen.add(pending);
      pending.heartbeat(secret);
    }

    @OnHeartbeat
    boolean progress(PendingActivity<String> pending) {
      asked++;
      Class<?> type = asked == 1 ? Integer.class : Object.class;
      return pending.lastHeartbeatDetails(type).isPresent();
    }

    @OnCancel
    Unencodable cancel() {
      return new Unencodable();
    }
  }

  /** A value whose conversion fails in the midst of it, with a message that quotes the secret. */
  public static final class Unencodable {
    public String getFirst() {
      return SECRET;
    }

    @SuppressWarnings("DoNotCallSuggester") // the converter calls it
    public String getSecond() {
      throw new IllegalStateException("cannot show " + SECRET);
    }
  }

  @AsyncActivityHandler(activityType = "Unencodable")
  static final class UnencodableHandler {
    @OnStart
    CompletableFuture<Unencodable> start(String secret) {
      return CompletableFuture.completedFuture(new Unencodable());
    }
  }

  @Test
  void runThatGoesWrong_tellsNoSecret() throws Exception {
    longhaul.workflows(ActivityWorkflow.Impl.class);
    try (CapturedLog log = CapturedLog.open()) {
      LongRunningActivityManager manager = start();
      List<WorkflowStub> failing = FAILING.stream().map(this::started).toList();
      List<WorkflowStub> open = OPEN.stream().map(this::started).toList();
      PendingActivity<?> first = next();
      PendingActivity<?> second = next();
      await().until(() -> log.entries().stream().anyMatch(SecretsTest::isAboutAHook));
      open.forEach(WorkflowStub::cancel);
      assertThat(failing).allSatisfy(SecretsTest::assertFails);
      assertThat(open).allSatisfy(SecretsTest::assertFails);
      await().until(() -> manager.snapshot().isEmpty());

      assertThat(log.entries())
          .noneMatch(entry -> entry.contains(SECRET))
          .noneMatch(entry -> tellsToken(entry, first) || tellsToken(entry, second))
          .anyMatch(entry -> entry.contains(first.fullActivityId().digest()))
          .anyMatch(entry -> entry.contains("the cancel hook failed"));
    }
  }

  private static void assertFails(WorkflowStub workflow) {
    assertThat(catchThrowable(() -> workflow.getResult(String.class)))
        .isInstanceOf(WorkflowFailedException.class);
  }

  private static boolean isAboutAHook(String entry) {
    return entry.contains("the heartbeat hook failed");
  }

  private static boolean tellsToken(String entry, PendingActivity<?> activity) {
    byte[] token = activity.taskToken().toByteArray();
    return entry.contains(new String(token, StandardCharsets.ISO_8859_1))
        || entry.contains(Base64.getEncoder().withoutPadding().encodeToString(token))
        || entry.contains(HexFormat.of().formatHex(token));
  }

  private PendingActivity<?> next() throws InterruptedException {
    PendingActivity<?> activity = tokens.seen.poll(20, TimeUnit.SECONDS);
    assertThat(activity).isNotNull();
    return activity;
  }

  private LongRunningActivityManager start() {
    Module collaborators = binder -> binder.bind(Tokens.class).toInstance(tokens);
    return longhaul
        .start(
            longhaul
                .module()
                .defaults(
                    defaults ->
                        defaults
                            .taskQueue(longhaul.activities())
                            .heartbeatInterval(Duration.ofMillis(100))),
            new SecretsTest_MisreadHandler_AsyncActivityModule(),
            new SecretsTest_HookedHandler_AsyncActivityModule(),
            new SecretsTest_MisdetailedHandler_AsyncActivityModule(),
            new SecretsTest_UnencodableHandler_AsyncActivityModule(),
            collaborators)
        .getInstance(LongRunningActivityManager.class);
  }

  private WorkflowStub started(String type) {
    WorkflowStub workflow = longhaul.started(longhaul.workflow(ActivityWorkflow.class));
    workflow.start(Call.of(type, longhaul.activities(), SECRET));
    return workflow;
  }
}
