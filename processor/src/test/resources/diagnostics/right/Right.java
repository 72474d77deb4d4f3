package com.acme;

import dev.longhaul.api.*;
import io.temporal.activity.*;
import jakarta.inject.Inject;
import java.lang.annotation.Repeatable;
import java.util.*;
import java.util.concurrent.*;
import org.jspecify.annotations.Nullable;

/** Nothing is wrong here. */
class Right {
  @AsyncActivityHandler
  static class PrivateInjected {
    @Inject
    private PrivateInjected(String name) {}

    @OnStart void start() {}
  }

  @AsyncActivityHandler
  static class InjectedBesideAnother {
    InjectedBesideAnother() {}

    @com.google.inject.Inject
    InjectedBesideAnother(int number) {}

    @OnStart void start() {}
  }

  @AsyncActivityHandler
  record Values(String name) {
    @Inject
    Values {}

    @OnStart void start() {}
  }

  @AsyncActivityHandler
  protected static class Protected {
    @OnStart void start() {}
  }

  class Inner {
    @AsyncActivityHandler
    static class StaticInInner {
      @OnStart void start() {}
    }
  }

  abstract static class Base<T> {
    @OnStart
    Object start(T input) {
      return input;
    }
  }

  interface Beating {
    @OnHeartbeat
    default int beat() {
      return 1;
    }
  }

  @AsyncActivityHandler
  static class Inheriting extends Base<String> implements Beating {
    @OnCancel void cancel() {}
  }

  @AsyncActivityHandler
  static class Overriding extends Base<String> {
    @Override
    @OnStart
    String start(String input) {
      return input;
    }
  }

  @ActivityInterface(namePrefix = "Media_")
  interface Media {
    List<String> transcode(String source, int quality);

    boolean probe(List<String> sources);

    void purge();
  }

  interface OrderConversion extends Conversion<String, Integer> {}

  interface Conversion<I, O> {
    O convert(I input);
  }

  @AsyncActivityHandler(activityType = "Media_Transcode", contract = Media.class)
  static class OfAContract {
    @OnStart List<String> start(ActivityContext context, String source, Integer quality) {
      return null;
    }
  }

  @AsyncActivityHandler(activityType = "Media_Probe", contract = Media.class)
  static class StageOfAContract {
    @OnStart CompletionStage<Boolean> start(List<String> sources) {
      return null;
    }
  }

  @AsyncActivityHandler(activityType = "Media_Purge", contract = Media.class)
  static class ExternalOfAContract {
    @OnStart void start(PendingActivity<Void> pending) {}

    @OnCancel void cancel() {}
  }

  @Repeatable(Marks.class)
  @interface Mark {
    String value();
  }

  @interface Marks {
    Mark[] value();
  }

  @AsyncActivityHandler
  @Mark("a")
  @Mark("b")
  static class Annotated {
    @OnStart
    @Mark("a")
    @Mark("b")
    @Nullable String start(@Nullable String input, List<@Nullable String> others) {
      return input;
    }
  }

  @AsyncActivityHandler(activityType = "Convert", contract = OrderConversion.class)
  static class OfAPlainContract {
    @OnStart int start(String input) {
      return 1;
    }
  }
}
