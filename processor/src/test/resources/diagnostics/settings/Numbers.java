package com.acme;

import dev.longhaul.api.*;

class Numbers {
  @AsyncActivityHandler(maxConcurrent = -1, ratePerSecond = -0.5)
  static class NegativeNumber {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(ratePerSecond = 1 / 0.0)
  static class Infinite {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(ratePerSecond = 0.0 / 0.0)
  static class NoNumber {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(maxConcurrent = 0, maxOutstanding = 0, ratePerSecond = 0)
  static class None {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(maxOutstanding = 5)
  static class OutstandingOfBlocking {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(maxConcurrent = 5)
  static class ConcurrentOfExternal {
    @OnStart void start(PendingActivity<Void> pending) {}

    @OnCancel void cancel() {}
  }
}
