package dev.longhaul.runtime.errors;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.testing.Rpc;
import java.util.concurrent.CompletableFuture;

/** The calls of a client, each with a value where it takes one. */
enum Call {
  COMPLETE("complete", Rpc.COMPLETE, Rpc.COMPLETE_BY_ID) {
    @Override
    CompletableFuture<Void> on(AsyncCompletionClient client, ActivityReference activity, Object v) {
      return client.complete(activity, v);
    }
  },
  FAIL("fail", Rpc.FAIL, Rpc.FAIL_BY_ID) {
    @Override
    CompletableFuture<Void> on(AsyncCompletionClient client, ActivityReference activity, Object v) {
      return client.fail(activity, dev.longhaul.api.ActivityFailure.ofType("Broken").details(v));
    }
  },
  CANCEL("reportCancellation", Rpc.CANCEL, Rpc.CANCEL_BY_ID) {
    @Override
    CompletableFuture<Void> on(AsyncCompletionClient client, ActivityReference activity, Object v) {
      return client.reportCancellation(activity, v);
    }
  },
  HEARTBEAT("heartbeat", Rpc.HEARTBEAT, Rpc.HEARTBEAT_BY_ID) {
    @Override
    CompletableFuture<Void> on(AsyncCompletionClient client, ActivityReference activity, Object v) {
      return client.heartbeat(activity, v);
    }
  };

  private final String method;
  private final Rpc byToken;
  private final Rpc byIds;

  Call(String method, Rpc byToken, Rpc byIds) {
    this.method = method;
    this.byToken = byToken;
    this.byIds = byIds;
  }

  abstract CompletableFuture<Void> on(
      AsyncCompletionClient client, ActivityReference activity, Object value);

  String method() {
    return method;
  }

  Rpc rpc(By by) {
    return by == By.TOKEN ? byToken : byIds;
  }

  /** How a call addresses the activity. */
  enum By {
    TOKEN,
    IDS
  }
}
