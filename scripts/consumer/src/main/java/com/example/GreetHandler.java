package com.example;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;

/** Has a person greet. */
@AsyncActivityHandler
final class GreetHandler {
  @OnStart
  void start(String name, PendingActivity<String> pending) {
    pending.heartbeat("asked to greet " + name);
  }
}
