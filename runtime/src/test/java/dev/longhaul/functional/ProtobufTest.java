package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import dev.longhaul.functional.ActivityWorkflow.Call;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowStub;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Protobuf messages as input and result, between a workflow of the official SDK and a handler. */
class ProtobufTest {
  @RegisterExtension final Longhaul longhaul = new Longhaul();

  /** A workflow that passes a message through an activity. */
  @WorkflowInterface
  public interface MessageWorkflow {
    @WorkflowMethod
    WorkflowExecution run(Call call, WorkflowExecution message);

    /** Calls it. */
    final class Impl implements MessageWorkflow {
      @Override
      public WorkflowExecution run(Call call, WorkflowExecution message) {
        return call.executeWith(WorkflowExecution.class, message).get();
      }
    }
  }

  @AsyncActivityHandler(activityType = "Message")
  static final class MessageHandler {
    @OnStart
    WorkflowExecution start(WorkflowExecution message) {
      return message.toBuilder().setRunId("run of " + message.getWorkflowId()).build();
    }
  }

  @Test
  void message_comesAndGoes_asTheOfficialSdkWritesIt() {
    longhaul.workflows(MessageWorkflow.Impl.class);
    longhaul.start(new ProtobufTest_MessageHandler_AsyncActivityModule());
    WorkflowStub workflow = longhaul.started(longhaul.workflow(MessageWorkflow.class));
    workflow.start(
        Call.of("Message", longhaul.activities()),
        WorkflowExecution.newBuilder().setWorkflowId("w").build());

    assertThat(workflow.getResult(WorkflowExecution.class))
        .isEqualTo(WorkflowExecution.newBuilder().setWorkflowId("w").setRunId("run of w").build());
    Payload result = History.of(workflow).result().get(0);
    assertThat(History.encoding(result)).isEqualTo("json/protobuf");
    assertThat(result.getMetadataOrThrow("messageType").toStringUtf8())
        .isEqualTo("temporal.api.common.v1.WorkflowExecution");
  }
}
