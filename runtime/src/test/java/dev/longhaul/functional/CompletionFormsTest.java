package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Module;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.functional.ActivityWorkflow.Call;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CompletionFormsTest {
  @RegisterExtension final Longhaul longhaul = new Longhaul();

  @AsyncActivityHandler(activityType = "Blocking")
  static final class BlockingHandler {
    @OnStart
    String start(String name) {
      return "hello " + name;
    }
  }

  @AsyncActivityHandler(activityType = "Stage")
  static final class StageHandler {
    @OnStart
    CompletionStage<String> start(String name) {
      return CompletableFuture.supplyAsync(() -> "later " + name);
    }
  }

  @AsyncActivityHandler(activityType = "External")
  @SuppressWarnings("LH084")
  static final class ExternalHandler {
    @OnStart
    void start(String name, PendingActivity<String> pending) {
      CompletableFuture.runAsync(() -> pending.complete("outside " + name));
    }
  }

  @BeforeEach
  void startWorkflows() {
    longhaul.workflows(ActivityWorkflow.Impl.class);
  }

  @Test
  void blocking_completesOnReturn() {
    assertThat(run("Blocking", new CompletionFormsTest_BlockingHandler_AsyncActivityModule()))
        .isEqualTo("hello world");
  }

  @Test
  void stage_completesWithTheStage() {
    assertThat(run("Stage", new CompletionFormsTest_StageHandler_AsyncActivityModule()))
        .isEqualTo("later world");
  }

  @Test
  void external_completesWhenSomebodyCompletesIt() {
    assertThat(run("External", new CompletionFormsTest_ExternalHandler_AsyncActivityModule()))
        .isEqualTo("outside world");
  }

  private String run(String type, Module handler) {
    longhaul.start(handler);
    return longhaul
        .workflow(ActivityWorkflow.class)
        .run(Call.of(type, longhaul.activities(), "world"));
  }
}
