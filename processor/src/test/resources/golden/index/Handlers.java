package com.acme.z;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;

final class Handlers {
  @AsyncActivityHandler
  static class Second {
    @OnStart
    void run() {}
  }

  @AsyncActivityHandler
  static class First {
    @OnStart
    void run() {}
  }
}
