package com.acme;

import dev.longhaul.api.*;

class Durations {
  @AsyncActivityHandler(heartbeatInterval = "soon")
  static class NoDuration {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(cancellationGrace = "1m30")
  static class NoDurationEither {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(expectedHeartbeatTimeout = "auto")
  static class AutoMeansNothingHere {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(expectedHeartbeatTimeout = "9999999999999d")
  static class TooLong {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(
      heartbeatInterval = "10 sec",
      expectedHeartbeatTimeout = "5 minutes",
      cancellationGrace = "1hr")
  static class Words {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(heartbeatInterval = "1.5m", cancellationGrace = "pt30s")
  static class NearlyRight {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(heartbeatInterval = "Auto", cancellationGrace = "2 hours and 30 min")
  static class Auto {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(heartbeatInterval = "never")
  static class Never {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(heartbeatInterval = "10", cancellationGrace = "30")
  static class NoUnit {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(
      heartbeatInterval = "0s",
      expectedHeartbeatTimeout = "0",
      cancellationGrace = "PT-5S")
  static class NotPositive {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(heartbeatInterval = "-10s")
  static class Negative {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(expectedHeartbeatTimeout = "30s", heartbeatInterval = "25s")
  static class LongerThanTheTimeoutAllows {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(heartbeatInterval = "500ms", expectedHeartbeatTimeout = "30s")
  static class BelowOneSecond {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(heartbeatInterval = "${beat:10s}", cancellationGrace = "${grace")
  static class Placeholder {
    @OnStart void start() {}
  }

  @AsyncActivityHandler(heartbeatInterval = "24s", expectedHeartbeatTimeout = "30s")
  static class JustRight {
    @OnStart void start() {}
  }
}
