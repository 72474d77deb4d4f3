package com.acme;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;

class Locals {
  Runnable field =
      () -> {
        @AsyncActivityHandler
        class InLambda {
          @OnStart void start() {}
        }
      };

  void method() {
    @AsyncActivityHandler
    class InMethod {
      @OnStart void start() {}
    }
    new Object() {
      @AsyncActivityHandler
      class MemberOfAnonymous {
        @OnStart void start() {}
      }
    };
    class NoHandler {}
  }
}
