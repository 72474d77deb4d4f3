package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.functional.ActivityWorkflow.Call;
import io.temporal.api.common.v1.Payload;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How results stand in the history, where workflows of every language read them. */
class ResultEncodingTest {
  @RegisterExtension final Longhaul longhaul = new Longhaul();

  /** A workflow that does not read its activity's result, so that any encoding will do. */
  @WorkflowInterface
  public interface RawResultWorkflow {
    @WorkflowMethod
    void run(Call call);

    /** Waits for it. */
    final class Impl implements RawResultWorkflow {
      @Override
      public void run(Call call) {
        call.execute(RawValue.class).get();
      }
    }
  }

  @AsyncActivityHandler(activityType = "ReturnNothing")
  static final class ReturnNothingHandler {
    @OnStart
    void start() {}
  }

  @AsyncActivityHandler(activityType = "StageOfNothing")
  static final class StageOfNothingHandler {
    @OnStart
    CompletionStage<Void> start() {
      return CompletableFuture.runAsync(() -> {});
    }
  }

  @AsyncActivityHandler(activityType = "PendingNothing")
  @SuppressWarnings("LH084")
  static final class PendingNothingHandler {
    @OnStart
    void start(PendingActivity<Void> pending) {
      pending.complete(null);
    }
  }

  @AsyncActivityHandler(activityType = "ReturnNull")
  static final class ReturnNullHandler {
    @OnStart
    @Nullable String start() {
      return null;
    }
  }

  @AsyncActivityHandler(activityType = "ReturnBytes")
  static final class ReturnBytesHandler {
    @OnStart
    byte[] start() {
      return new byte[] {0, -1};
    }
  }

  @AsyncActivityHandler(activityType = "ReturnText")
  static final class ReturnTextHandler {
    @OnStart
    String start() {
      return "é\"";
    }
  }

  @BeforeEach
  void start() {
    longhaul.workflows(RawResultWorkflow.Impl.class);
    longhaul.start(
        new ResultEncodingTest_ReturnNothingHandler_AsyncActivityModule(),
        new ResultEncodingTest_StageOfNothingHandler_AsyncActivityModule(),
        new ResultEncodingTest_PendingNothingHandler_AsyncActivityModule(),
        new ResultEncodingTest_ReturnNullHandler_AsyncActivityModule(),
        new ResultEncodingTest_ReturnBytesHandler_AsyncActivityModule(),
        new ResultEncodingTest_ReturnTextHandler_AsyncActivityModule());
  }

  @Test
  void activityWithoutAResult_sendsNone_inEachForm() {
    assertThat(resultOf("ReturnNothing")).isEmpty();
    assertThat(resultOf("StageOfNothing")).isEmpty();
    assertThat(resultOf("PendingNothing")).isEmpty();
  }

  @Test
  void nullResult_isSentAsOne() {
    assertThat(resultOf("ReturnNull"))
        .singleElement()
        .satisfies(
            payload -> {
              assertThat(History.encoding(payload)).isEqualTo("binary/null");
              assertThat(payload.getData()).isEmpty();
            });
  }

  @Test
  void bytes_areSentAsTheyAre() {
    assertThat(resultOf("ReturnBytes"))
        .singleElement()
        .satisfies(
            payload -> {
              assertThat(History.encoding(payload)).isEqualTo("binary/plain");
              assertThat(payload.getData().toByteArray()).containsExactly(0, -1);
            });
  }

  @Test
  void text_isSentAsJson() {
    assertThat(resultOf("ReturnText"))
        .singleElement()
        .satisfies(
            payload -> {
              assertThat(History.encoding(payload)).isEqualTo("json/plain");
              assertThat(payload.getData().toStringUtf8()).isEqualTo("\"é\\\"\"");
            });
  }

  private List<Payload> resultOf(String type) {
    WorkflowStub workflow = longhaul.started(longhaul.workflow(RawResultWorkflow.class));
    workflow.start(Call.of(type, longhaul.activities()));
    workflow.getResult(Void.class);
    return History.of(workflow).result();
  }
}
