package com.acme;

import dev.longhaul.api.*;
import java.util.List;

class Methods {
  @AsyncActivityHandler
  static class NoStart {}

  @AsyncActivityHandler
  static class OneCandidate {
    String transcode(String source, int quality) {
      return source;
    }
  }

  @AsyncActivityHandler
  static class CandidateByName {
    void helper() {}

    void onstart(List<String> input) {}
  }

  @AsyncActivityHandler
  static class Several {
    @OnStart void one() {}

    @OnStart void two() {}

    @OnHeartbeat void three() {}

    @OnHeartbeat void four() {}

    @OnCancel void five() {}

    @OnCancel void six() {}
  }

  @AsyncActivityHandler
  static class TwoRoles {
    @OnStart @OnCancel void start() {}
  }

  @AsyncActivityHandler
  static class Private {
    @OnStart private String start(List<String> input) {
      return "";
    }

    @OnHeartbeat private void beat() {}
  }

  @AsyncActivityHandler
  static class Static {
    @OnStart static void start() {}
  }

  @AsyncActivityHandler
  static class Generic {
    @OnStart <T, U extends List<T>> void start(T one, U two) {}
  }

  @AsyncActivityHandler
  static class Varargs {
    @OnStart void start(int number, String... names) {}
  }

  @AsyncActivityHandler
  static class StopHere {
    @OnStart void start(StopRequest why) {}

    @OnHeartbeat void beat(StopRequest why) {}
  }

  @AsyncActivityHandler
  static class Twice {
    @OnStart String start(ActivityContext one, ActivityContext two) {
      return "";
    }

    @OnCancel void cancel(StopRequest one, StopRequest two) {}
  }

  @AsyncActivityHandler
  static class PendingTwice {
    @OnStart void start(PendingActivity<Void> one, PendingActivity<Void> two) {}

    @OnCancel void cancel() {}
  }

  @AsyncActivityHandler
  static class Both {
    @OnStart void start(ActivityContext one, PendingActivity<Void> two) {}

    @OnCancel void cancel(PendingActivity<Void> one, ActivityContext two) {}
  }

  private static class Secret {}

  @AsyncActivityHandler
  static class HiddenType {
    @OnStart void start(List<Secret[]> input) {}
  }

  abstract static class Base {
    @OnCancel void cancel(StopRequest why) {}

    @OnHeartbeat private void beat() {}
  }

  @AsyncActivityHandler
  static class Override extends Base {
    @OnStart void start() {}

    @java.lang.Override void cancel(StopRequest why) {}
  }

  @AsyncActivityHandler
  static class OfAnotherPackage extends com.other.Base {}
}
