package com.acme;

import dev.longhaul.api.*;
import java.util.List;
import java.util.concurrent.*;

class Hooks {
  @AsyncActivityHandler
  static class Input {
    @OnStart void start(String input) {}

    @OnHeartbeat int beat(String input) {
      return 1;
    }

    @OnCancel void cancel(StopRequest why, List<String> input) {}
  }

  @AsyncActivityHandler
  static class PendingInStage {
    @OnStart CompletionStage<String> start() {
      return null;
    }

    @OnCancel void cancel(PendingActivity<String> pending) {}
  }

  @AsyncActivityHandler
  static class PendingInBlocking {
    @OnStart String start() {
      return "";
    }

    @OnHeartbeat void beat(PendingActivity<String> pending) {}
  }

  @AsyncActivityHandler
  static class PendingOfAnotherType {
    @OnStart void start(PendingActivity<List<String>> pending) {}

    @OnHeartbeat void beat(PendingActivity<List<Integer>> pending) {}

    @OnCancel void cancel(PendingActivity<?> pending) {}
  }

  static class NoHandler {
    @OnStart void start() {}

    @OnHeartbeat void beat() {}

    @OnCancel void cancel() {}
  }

  enum NoHandlerEither {
    ONE;

    @OnCancel void cancel() {}
  }

  @AsyncActivityHandler
  static class NoCancel {
    @OnStart void start(PendingActivity<Void> pending) {}
  }

  @AsyncActivityHandler
  static class CancelWithoutAnnotation {
    @OnStart void start(PendingActivity<Void> pending) {}

    void onCancel(StopRequest why) {}
  }

  @AsyncActivityHandler
  @SuppressWarnings("LH084")
  static class NothingCanStopIt {
    @OnStart void start(PendingActivity<Void> pending) {}
  }

  @AsyncActivityHandler(heartbeatInterval = "none")
  static class HeartbeatWithoutBeats {
    @OnStart void start() {}

    @OnHeartbeat void beat() {}
  }
}
