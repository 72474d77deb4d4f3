package dev.longhaul.benchmarks.calls;

import com.google.protobuf.ByteString;
import dev.longhaul.proto.common.v1.Payload;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedRequest;

/** The requests that a user of bare stubs writes by hand. Immutable. */
final class StubRequests {
  private static final String IDENTITY = "stubs@benchmarks";

  private final ByteString encoding = ByteString.copyFromUtf8("json/plain");
  private final ByteString json =
      ByteString.copyFromUtf8(
          "{\"file\":\"%s\",\"framesDone\":%d,\"frames\":%d}"
              .formatted(
                  Activities.VALUE.file(),
                  Activities.VALUE.framesDone(),
                  Activities.VALUE.frames()));

  RespondActivityTaskCompletedRequest completion(ByteString token) {
    return RespondActivityTaskCompletedRequest.newBuilder()
        .setTaskToken(token)
        .setResult(payloads())
        .setIdentity(IDENTITY)
        .setNamespace(Activities.NAMESPACE)
        .build();
  }

  RecordActivityTaskHeartbeatRequest heartbeat(ByteString token) {
    return RecordActivityTaskHeartbeatRequest.newBuilder()
        .setTaskToken(token)
        .setDetails(payloads())
        .setIdentity(IDENTITY)
        .setNamespace(Activities.NAMESPACE)
        .build();
  }

  private Payloads payloads() {
    return Payloads.newBuilder()
        .addPayloads(Payload.newBuilder().putMetadata("encoding", encoding).setData(json))
        .build();
  }
}
