package com.acme;

import dev.longhaul.api.*;

class Classes {
  @AsyncActivityHandler
  abstract static class Abstract {
    @OnStart void start() {}
  }

  @AsyncActivityHandler
  interface Interface {
    @OnStart void start();
  }

  @AsyncActivityHandler
  enum Enum {
    ONE;

    @OnStart void start() {}
  }

  @AsyncActivityHandler
  @interface Annotation {}

  @AsyncActivityHandler
  private static class Private {
    @OnStart void start() {}
  }

  private static class Hidden {
    @AsyncActivityHandler
    static class InPrivate {
      @OnStart void start() {}
    }
  }

  @AsyncActivityHandler
  class Inner {
    @OnStart void start() {}
  }

  @AsyncActivityHandler
  static class Generic<T, U extends Comparable<U>> {
    @OnStart void start(T input) {}
  }

  @AsyncActivityHandler(heartbeatInterval = "soon", maxConcurrent = -1)
  private abstract class EverythingAtOnce<T> {
    private EverythingAtOnce(String a) {}

    @OnStart private static void start() {}
  }
}
