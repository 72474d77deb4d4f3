package com.acme;

import dev.longhaul.api.*;
import java.util.List;

class Singletons {
  abstract static class Base {
    String inherited;
    final String constant = "";
  }

  @AsyncActivityHandler
  @jakarta.inject.Singleton
  static class Jakarta extends Base {
    private static int counted;
    private final List<String> fixed = List.of();
    private List<String> state;
    private volatile boolean closed;
    @jakarta.inject.Inject String injected;

    @OnStart void start() {}
  }

  @AsyncActivityHandler
  @com.google.inject.Singleton
  static class Guice {
    int count;

    @SuppressWarnings("LH011")
    int accepted;

    @OnStart void start() {}
  }
}
