package com.acme;

import dev.longhaul.api.*;

class Names {
  @AsyncActivityHandler(activityType = "  ", taskQueue = " ", name = "\t")
  static class Blank {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(activityType = " Run", taskQueue = "media ", name = "a ")
  static class Padded {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(name = "default")
  static class Reserved {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(name = "billing.invoice handler")
  static class NoKey {
    @OnStart void start() {}
  }
}
