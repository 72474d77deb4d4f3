package com.acme;

import dev.longhaul.api.*;

class Placeholders {
  @AsyncActivityHandler(taskQueue = "${queue")
  static class Open {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(taskQueue = "a-${:b}")
  static class NoKey {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(taskQueue = "${a:${b}}")
  static class Nested {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(taskQueue = "${a b}")
  static class KeyWithSpace {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(taskQueue = "${media.queue:}")
  static class EmptyDefault {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(taskQueue = "${media.queue: media }")
  static class PaddedDefault {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(taskQueue = "${stage:}-${media.queue:media }")
  static class SecondDefault {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(taskQueue = "$(media.queue)")
  static class Parentheses {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(taskQueue = "{{media.queue}}-a")
  static class Braces {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(taskQueue = "$MEDIA_QUEUE")
  static class Dollar {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(activityType = "${type}", name = "${name}")
  static class NotHere {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(taskQueue = "${stage}-${media.queue:media}")
  static class Right {
    @OnStart void start() {}
  }
}
