package com.acme;

import dev.longhaul.api.*;
import jakarta.inject.Inject;

class Constructors {
  @AsyncActivityHandler
  static class WithParameters {
    WithParameters(String name) {}

    @OnStart void start() {}
  }

  @AsyncActivityHandler
  static class PrivateWithoutParameters {
    private PrivateWithoutParameters() {}

    @OnStart void start() {}
  }

  @AsyncActivityHandler
  static class SeveralWrong {
    SeveralWrong(String name) {}

    SeveralWrong(int number) {}

    @OnStart void start() {}
  }

  @AsyncActivityHandler
  static class SeveralInjected {
    @Inject SeveralInjected(String name) {}

    @com.google.inject.Inject
    SeveralInjected(int number) {}

    @OnStart void start() {}
  }

  @AsyncActivityHandler
  record Record(String name) {
    @OnStart void start() {}
  }
}
