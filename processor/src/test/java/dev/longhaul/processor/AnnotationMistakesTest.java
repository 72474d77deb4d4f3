package dev.longhaul.processor;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AnnotationMistakesTest {

  @ParameterizedTest
  @MethodSource
  void annotationMistake_isReportedAtItsValue(Mistake mistake) {
    mistake.assertReported();
  }

  static Stream<Mistake> annotationMistake_isReportedAtItsValue() {
    return Stream.of(
        Mistake.inAnnotation(
            "duration without unit",
            "heartbeatInterval = \"10\"",
            "heartbeatInterval: \"10\" has no unit",
            "did you mean \"10s\"?",
            "or \"auto\" or \"none\""),
        Mistake.inAnnotation(
            "no duration", "heartbeatInterval = \"soon\"", "\"soon\" is not a duration"),
        Mistake.inAnnotation(
            "negative duration",
            "cancellationGrace = \"PT-5S\"",
            "cancellationGrace: \"PT-5S\" is not a positive duration"),
        Mistake.inAnnotation(
            "zero duration", "cancellationGrace = \"0s\"", "is not a positive duration"),
        Mistake.inAnnotation(
            "auto where it means nothing",
            "expectedHeartbeatTimeout = \"auto\"",
            "expectedHeartbeatTimeout: \"auto\" is not a duration"),
        Mistake.inAnnotation(
            "placeholder in a duration",
            "heartbeatInterval = \"${beat:10s}\"",
            "heartbeatInterval \"${beat:10s}\" has a placeholder, which only taskQueue may have",
            "set it by configuration"),
        Mistake.inAnnotation(
            "placeholder in activityType",
            "activityType = \"${type}\"",
            "activityType \"${type}\" has a placeholder"),
        Mistake.inAnnotation("placeholder in name", "name = \"${name}\"", "has a placeholder"),
        Mistake.inAnnotation(
            "blank activityType", "activityType = \"  \"", "activityType is blank"),
        Mistake.inAnnotation("blank taskQueue", "taskQueue = \" \"", "taskQueue is blank"),
        Mistake.inAnnotation("blank name", "name = \" \"", "name is blank"),
        Mistake.inAnnotation(
            "padded taskQueue",
            "taskQueue = \"media \"",
            "taskQueue \"media \" has space around it",
            "Fix: remove the space"),
        Mistake.inAnnotation(
            "padded activityType", "activityType = \" Run\"", "has space around it"),
        Mistake.inAnnotation("name with a dot", "name = \"a.b\"", "has a dot or a space", "Fix:"),
        Mistake.inAnnotation("name with a space", "name = \"a b\"", "has a dot or a space"),
        Mistake.inAnnotation(
            "reserved name", "name = \"default\"", "is the key of the values for all handlers"),
        Mistake.inAnnotation(
            "open placeholder",
            "taskQueue = \"${queue\"",
            "taskQueue \"${queue\" cannot be read: a placeholder is not closed",
            "Fix: write ${key} or ${key:default}"),
        Mistake.inAnnotation("no key", "taskQueue = \"a-${:b}\"", "a placeholder has no key"),
        Mistake.inAnnotation(
            "nested placeholder", "taskQueue = \"${a:${b}}\"", "stands in another one"),
        Mistake.inAnnotation(
            "key with a space", "taskQueue = \"${a b}\"", "the key \"a b\" has a space"),
        Mistake.inAnnotation(
            "negative maxConcurrent",
            "maxConcurrent = -1",
            "maxConcurrent is -1, which no count or rate can be",
            "Fix: write a positive number, or 0 for no limit"),
        Mistake.inAnnotation("negative rate", "ratePerSecond = -0.5", "ratePerSecond is -0.5"),
        Mistake.inAnnotation(
            "infinite rate", "ratePerSecond = 1 / 0.0", "ratePerSecond is Infinity"),
        Mistake.inAnnotation("no rate", "ratePerSecond = 0.0 / 0.0", "ratePerSecond is NaN"),
        Mistake.inAnnotation(
            "interval too long",
            "expectedHeartbeatTimeout = \"30s\", heartbeatInterval = \"25s\"",
            "heartbeatInterval 25s is more than 0.8 of the expectedHeartbeatTimeout 30s",
            "Fix: at most 24s"),
        Mistake.of(
            "same name",
            """
            class Foo {
              @AsyncActivityHandler static class A { @OnStart void run() {} }
              @AsyncActivityHandler(
                name = "A") // <-
              static class B { @OnStart void run() {} }
            }
            """,
            "handlers Foo.A and Foo.B both have the name \"A\"",
            "Fix: set another name"),
        Mistake.of(
            "same simple name",
            """
            class Foo {
              static class One {
                @AsyncActivityHandler static class A { @OnStart void run() {} }
              }
              static class Two {
                @AsyncActivityHandler // <-
                static class A { @OnStart void run() {} }
              }
            }
            """,
            "handlers Foo.One.A and Foo.Two.A both have the name \"A\""),
        Mistake.of(
            "same activity type on one queue",
            """
            class Foo {
              @AsyncActivityHandler(taskQueue = "q") static class Run { @OnStart void run() {} }
              @AsyncActivityHandler(
                activityType = "Run", // <-
                taskQueue = "q")
              static class B { @OnStart void run() {} }
            }
            """,
            "handlers Foo.Run and Foo.B both handle the activity type \"Run\" on the task queue"
                + " \"q\"",
            "Fix: change the type or the queue"));
  }

  @ParameterizedTest
  @MethodSource
  void settingOfAnotherForm_isWarnedOf(Mistake mistake) {
    mistake.assertWarned();
  }

  static Stream<Mistake> settingOfAnotherForm_isWarnedOf() {
    return Stream.of(
        Mistake.inAnnotation(
            "maxOutstanding of a blocking handler",
            "maxOutstanding = 5",
            "maxOutstanding does not limit activities of the blocking form"),
        Mistake.of(
            "maxConcurrent of an external handler",
            """
            @AsyncActivityHandler(
              maxConcurrent = 5) // <-
            class Foo { @OnStart void run(PendingActivity<String> p) {} }
            """,
            "maxConcurrent does not limit activities of the external form",
            "Fix: maxOutstanding limits"),
        Mistake.of(
            "a blocking handler that is to be released",
            """
            @AsyncActivityHandler(onShutdown = ShutdownAction.RELEASE)
            class Foo {
              @OnStart void run(String in, ActivityContext context) {} // <-
            }
            """,
            "returns void, so it completes the activity when it returns",
            "Fix: take a PendingActivity instead"));
  }
}
