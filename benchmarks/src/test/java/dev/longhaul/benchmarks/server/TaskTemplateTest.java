package dev.longhaul.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskTemplateTest {
  private final TaskTemplate template = new TaskTemplate();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 65_536, 123_456_789})
  void answer_handsOutTheTask(int number) throws IOException {
    PollActivityTaskQueueResponse task = task(number);
    assertThat(task.getTaskToken()).isEqualTo(ByteString.copyFrom(WatchedTokens.token(number)));
    assertThat(task.getActivityId()).isEqualTo("%08x".formatted(number));
    assertThat(task.getActivityType().getName()).isEqualTo("TranscodeVideo");
    assertThat(task.getInput().getPayloadsCount()).isEqualTo(1);
  }

  @Test
  void answers_differInTokenAndIdAlone() throws IOException {
    assertThat(anonymous(task(5))).isEqualTo(anonymous(task(6)));
  }

  private PollActivityTaskQueueResponse task(int number) throws IOException {
    return PollActivityTaskQueueResponse.parseFrom(template.task(number));
  }

  private static PollActivityTaskQueueResponse anonymous(PollActivityTaskQueueResponse task) {
    return task.toBuilder().clearTaskToken().clearActivityId().build();
  }
}
