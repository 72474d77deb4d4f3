package com.acme;

import dev.longhaul.api.*;

class Duplicates {
  static class One {
    @AsyncActivityHandler
    static class InvoiceHandler {
      @OnStart void start() {}
    }
  }

  static class Two {
    @AsyncActivityHandler
    static class InvoiceHandler {
      @OnStart void start() {}
    }
  }

  @AsyncActivityHandler(taskQueue = "q")
  static class RunHandler {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(activityType = "Run", taskQueue = "q")
  static class OtherHandler {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(activityType = "Run", taskQueue = "elsewhere")
  static class OfAnotherQueue {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(activityType = "Run")
  static class OfAQueueThatOnlyConfigurationKnows {
    @OnStart void start() {}
  }

  @AsyncActivityHandler
  static class Nested {
    @OnStart void start() {}
  }
}

@AsyncActivityHandler(name = "OtherName")
class Duplicates_Nested {
  @OnStart void start() {}
}
