package com.acme;

import dev.longhaul.api.*;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

class OldInject {
  @AsyncActivityHandler
  static class OnTheConstructor {
    @Inject OnTheConstructor(String name) {}

    @OnStart void start() {}
  }

  @AsyncActivityHandler
  static class BesideOneThatGuiceTakes {
    BesideOneThatGuiceTakes() {}

    @Inject BesideOneThatGuiceTakes(@Named("a") String name) {}

    @OnStart void start() {}
  }

  @AsyncActivityHandler
  @Singleton
  static class OnClassFieldAndMethod {
    @Inject String name;
    int notASingletonInTruth;

    @Inject void set(@Named("b") String other) {}

    @OnStart void start() {}
  }
}
