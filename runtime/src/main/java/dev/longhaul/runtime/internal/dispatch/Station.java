package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.runtime.internal.manage.AttemptPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A handler at work: what its attempts have in common. Thread-safe. */
public final class Station<H> {
  // Workflows rarely set more than a few; if they do, sharing is not worth the memory.
  private static final int MOST_POLICIES = 16;

  private final ConfiguredHandler<H> handler;
  private final Tools tools;
  private final HookLane hooks;
  private final Works<H> works;
  private final @Nullable Permits room;
  private final @Nullable StartRate rate;
  private final Map<Duration, AttemptPolicy> policies = new ConcurrentHashMap<>();

  /**
   * A handler of this process.
   *
   * @param works makes the work of its attempts
   */
  public Station(ConfiguredHandler<H> handler, Tools tools, Works<H> works) {
    this.handler = handler;
    this.tools = tools;
    this.hooks = new HookLane(tools);
    int limit = handler.isExternal() ? handler.maxOutstanding() : handler.maxConcurrent();
    this.room = limit == 0 ? null : new Permits(limit);
    this.rate =
        handler.ratePerSecond() == 0
            ? null
            : new StartRate(handler.ratePerSecond(), tools.ticker());
    this.works = works;
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

  /** The work of another attempt. */
  HandlerWork<H> work(Permits.Permit permit, Permits.@Nullable Permit ofHandler) {
    return works.create(this, permit, ofHandler);
  }

  HookLane hooks() {
    return hooks;
  }

  /** Whether it takes only so many activities at once. */
  boolean hasLimit() {
    return room != null;
  }

  /** The right to have one more of them; only with a limit. */
  CompletableFuture<Permits.Permit> acquireRoom() {
    return Objects.requireNonNull(room, "a handler without a limit has room").acquire();
  }

  /** Its rate of starts, if it has one. */
  @Nullable StartRate rate() {
    return rate;
  }

  /** Attempts with the same heartbeat timeout share one. */
  AttemptPolicy policy(Duration heartbeatTimeout) {
    return policies.size() < MOST_POLICIES
        ? policies.computeIfAbsent(heartbeatTimeout, handler::policy)
        : policies.getOrDefault(heartbeatTimeout, handler.policy(heartbeatTimeout));
  }
}
