package com.acme;

import dev.longhaul.api.*;
import io.temporal.activity.*;
import java.util.List;
import java.util.concurrent.CompletionStage;

class Contracts {
  @ActivityInterface(namePrefix = "Media_")
  interface Media extends Probing {
    List<String> transcode(String source, int quality);

    @ActivityMethod(name = "purge-all")
    void purge();
  }

  interface Probing {
    boolean probe(List<String> sources);
  }

  interface Convert<I, O> {
    O convert(I input);
  }

  interface Nothing {}

  @AsyncActivityHandler(contract = String.class)
  static class NoInterface {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(contract = Media[].class)
  static class Array {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(contract = Convert.class)
  static class Generic {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(contract = Media.class)
  static class UnknownHandler {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(activityType = "Media_transcode", contract = Media.class)
  static class OtherCase {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(activityType = "purge_all", contract = Media.class)
  static class OneLetter {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(contract = Nothing.class)
  static class NoMethods {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(activityType = "Media_Transcode", contract = Media.class)
  static class OtherInput {
    @OnStart List<String> start(String source, long quality) {
      return null;
    }
  }

  @AsyncActivityHandler(activityType = "Media_Transcode", contract = Media.class)
  static class OneInputLess {
    @OnStart List<String> start(String source, ActivityContext context) {
      return null;
    }
  }

  @AsyncActivityHandler(activityType = "Media_Probe", contract = Media.class)
  static class OtherTypeArgument {
    @OnStart boolean start(List<Integer> sources) {
      return true;
    }
  }

  @AsyncActivityHandler(activityType = "Media_Probe", contract = Media.class)
  static class OtherResultOfAStage {
    @OnStart CompletionStage<String> start(List<String> sources) {
      return null;
    }
  }

  @AsyncActivityHandler(activityType = "Media_Probe", contract = Media.class)
  static class NoResult {
    @OnStart void start(List<String> sources, PendingActivity<Void> pending) {}

    @OnCancel void cancel() {}
  }

  @AsyncActivityHandler(activityType = "purge-all", contract = Media.class)
  static class ResultWhereNoneIsExpected {
    @OnStart String start() {
      return "";
    }
  }
}
