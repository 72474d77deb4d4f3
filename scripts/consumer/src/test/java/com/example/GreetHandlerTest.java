package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.longhaul.testing.junit5.HandlerHarness;
import dev.longhaul.testing.junit5.HandlerRun;
import dev.longhaul.testing.junit5.LonghaulExtension;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GreetHandlerTest {
  @RegisterExtension
  static final LonghaulExtension LONGHAUL =
      LonghaulExtension.builder()
          .handlers(GreetHandler.class)
          .workflows(GreetingImpl.class)
          .build();

  @ActivityInterface
  public interface Activities {
    String greet(String name);
  }

  @WorkflowInterface
  public interface Greeting {
    @WorkflowMethod
    String greeting(String name);
  }

  public static final class GreetingImpl implements Greeting {
    @Override
    public String greeting(String name) {
      return Workflow.newActivityStub(
              Activities.class,
              ActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofMinutes(1)).build())
          .greet(name);
    }
  }

  @Test
  void person_greets_withoutAServer() {
    try (HandlerRun<GreetHandler> run = HandlerHarness.of(GreetHandler.class).start("Ada")) {
      assertEquals(Optional.of("asked to greet Ada"), run.heartbeatDetails(String.class));
      run.client().complete(run.reference(), "Hello, Ada!");
      assertEquals(Optional.of("Hello, Ada!"), run.result(String.class));
    }
  }

  @Test
  void person_greets_withAWorkflow(
      Greeting workflow, dev.longhaul.testing.junit5.LonghaulTest test) throws Exception {
    WorkflowClient.start(workflow::greeting, "Ada");
    while (test.manager().snapshot().isEmpty()) {
      Thread.onSpinWait();
    }
    var id = test.manager().snapshot().get(0).id().orElseThrow();
    test.client().complete(id, "Hello, Ada!").get();
    assertEquals("Hello, Ada!", WorkflowStub.fromTyped(workflow).getResult(String.class));
  }
}
