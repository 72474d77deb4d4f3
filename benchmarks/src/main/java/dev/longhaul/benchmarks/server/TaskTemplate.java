package dev.longhaul.benchmarks.server;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import dev.longhaul.proto.common.v1.ActivityType;
import dev.longhaul.proto.common.v1.Payload;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.proto.common.v1.RetryPolicy;
import dev.longhaul.proto.common.v1.WorkflowExecution;
import dev.longhaul.proto.common.v1.WorkflowType;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Answers to polls, ready to be sent: all have the size of a usual one, and differ in task token
 * and activity id alone, so that nothing has to be built for each. Immutable.
 */
final class TaskTemplate {
  private static final String NO_ID = "0".repeat(8);
  private static final int HEX_DIGIT_BITS = 4;
  private static final byte[] HEX_DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;
  private final int tokenAt;
  private final int idAt;

  TaskTemplate() {
    byte[] token = WatchedTokens.token(0);
    ByteString message = message(token).toByteString();
    bytes = message.toByteArray();
    tokenAt = indexOf(message, ByteString.copyFrom(token));
    idAt = indexOf(message, ByteString.copyFromUtf8(NO_ID));
  }

  /** The answer that hands out this task. */
  byte[] task(int number) {
    byte[] task = bytes.clone();
    WatchedTokens.putActivity(task, tokenAt, number);
    for (int digit = 0; digit < NO_ID.length(); digit++) {
      int shift = HEX_DIGIT_BITS * (NO_ID.length() - 1 - digit);
      task[idAt + digit] = HEX_DIGITS[number >>> shift & 0xF];
    }
    return task;
  }

  private static PollActivityTaskQueueResponse message(byte[] token) {
    Timestamp now = Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond()).build();
    return PollActivityTaskQueueResponse.newBuilder()
        .setTaskToken(ByteString.copyFrom(token))
        .setWorkflowNamespace("benchmarks")
        .setWorkflowType(WorkflowType.newBuilder().setName("PublishVideo"))
        .setWorkflowExecution(
            WorkflowExecution.newBuilder()
                .setWorkflowId("publish-6f1c1b3e-2f0e-4c8e-9d0b-8a5d2f3b7c41")
                .setRunId("c0a1d2b4-77e5-4b6f-8f43-1f5e9d2c6ab8"))
        .setActivityType(ActivityType.newBuilder().setName("TranscodeVideo"))
        .setActivityId(NO_ID)
        .setInput(Payloads.newBuilder().addPayloads(input()))
        .setScheduledTime(now)
        .setCurrentAttemptScheduledTime(now)
        .setStartedTime(now)
        .setAttempt(1)
        .setScheduleToCloseTimeout(Duration.newBuilder().setSeconds(7200))
        .setStartToCloseTimeout(Duration.newBuilder().setSeconds(3600))
        .setHeartbeatTimeout(Duration.newBuilder().setSeconds(60))
        .setRetryPolicy(
            RetryPolicy.newBuilder()
                .setInitialInterval(Duration.newBuilder().setSeconds(1))
                .setBackoffCoefficient(2)
                .setMaximumInterval(Duration.newBuilder().setSeconds(100)))
        .build();
  }

  private static Payload.Builder input() {
    return Payload.newBuilder()
        .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
        .setData(
            ByteString.copyFromUtf8(
                "{\"file\":\"s3://videos/2026/07/trailer.mp4\",\"framesDone\":0,\"frames\":4800}"));
  }

  private static int indexOf(ByteString message, ByteString part) {
    for (int at = 0; at + part.size() <= message.size(); at++) {
      if (message.substring(at, at + part.size()).equals(part)) {
        return at;
      }
    }
    throw new IllegalStateException("the message has no such part");
  }
}
