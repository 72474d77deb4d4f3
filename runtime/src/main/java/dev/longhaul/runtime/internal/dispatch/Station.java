package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.runtime.internal.manage.AttemptPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A handler at work: what its attempts have in common. Thread-safe. */
final class Station<H> {
  // Workflows rarely set more than a few; if they do, sharing is not worth the memory.
  private static final int MOST_POLICIES = 16;

  private final ConfiguredHandler<H> handler;
  private final Tools tools;
  private final HookLane hooks;
  private final Map<Duration, AttemptPolicy> policies = new ConcurrentHashMap<>();

  Station(ConfiguredHandler<H> handler, Tools tools) {
    this.handler = handler;
    this.tools = tools;
    this.hooks = new HookLane(tools);
  }

  ConfiguredHandler<H> handler() {
    return handler;
  }

  HandlerBinding<H> binding() {
    return handler.binding();
  }

  Tools tools() {
    return tools;
  }

  HookLane hooks() {
    return hooks;
  }

  /** Attempts with the same heartbeat timeout share one. */
  AttemptPolicy policy(Duration heartbeatTimeout) {
    return policies.size() < MOST_POLICIES
        ? policies.computeIfAbsent(heartbeatTimeout, handler::policy)
        : policies.getOrDefault(heartbeatTimeout, handler.policy(heartbeatTimeout));
  }
}
