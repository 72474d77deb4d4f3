package com.example.greeting;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.longhaul.runtime.AsyncActivities;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;

/** The process with the handler. */
public class Activities {
  public static void main(String[] args) throws InterruptedException {
    Injector injector =
        Guice.createInjector(LonghaulModule.fromEnvironment(), AsyncActivities.discover());
    try (LonghaulRuntime runtime = injector.getInstance(LonghaulRuntime.class).start()) {
      runtime.awaitShutdown();
    }
  }
}
