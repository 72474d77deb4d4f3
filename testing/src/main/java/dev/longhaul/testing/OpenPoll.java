package dev.longhaul.testing;

import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import java.util.concurrent.CompletableFuture;

/** A long poll that waits for a task; no thread waits with it. */
record OpenPoll(
    PollActivityTaskQueueRequest request, CompletableFuture<PollActivityTaskQueueResponse> answer) {
  OpenPoll(PollActivityTaskQueueRequest request) {
    this(request, new CompletableFuture<>());
  }

  String queueName() {
    return request.getTaskQueue().getName();
  }

  /** Ends without a task, as at the end of a long poll. */
  void answerEmpty() {
    answer.complete(PollActivityTaskQueueResponse.getDefaultInstance());
  }
}
