package com.example.greeting;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;

/** Completes the activity, from any process. */
public class Answer {
  public static void main(String[] args) {
    try (LonghaulClient client = LonghaulClient.connect(LonghaulModule.fromEnvironment())) {
      client.blocking().complete(ActivityReference.parse(args[0]), args[1]);
    }
  }
}
