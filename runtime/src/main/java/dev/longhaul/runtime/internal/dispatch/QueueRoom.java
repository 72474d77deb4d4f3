package dev.longhaul.runtime.internal.dispatch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The room that the process and the handlers of one queue have for activities. What a poll brings
 * is not known before it comes, so that it needs room for any of them. Thread-safe.
 */
public final class QueueRoom {
  private final Permits process;
  private final List<Station<?>> limited;
  private final Map<Station<?>, StartRate> rates = new HashMap<>();

  QueueRoom(Permits process, Collection<Station<?>> stations) {
    this.process = process;
    this.limited = stations.stream().filter(station -> station.hasLimit()).toList();
    for (Station<?> station : stations) {
      StartRate rate = station.rate();
      if (rate != null) {
        rates.put(station, rate);
      }
    }
  }

  /**
   * How many of so many polls may be open at once: what they bring may all start at that moment.
   */
  public int mostPolls(int pollers) {
    int most = pollers;
    for (StartRate rate : rates.values()) {
      most = Math.min(most, rate.mostPolls());
    }
    return most;
  }

  /** Reserves a start with each handler that has a rate; how long to wait before the poll. */
  public long reserveStartNanos() {
    long wait = 0;
    for (StartRate rate : rates.values()) {
      wait = Math.max(wait, rate.reserveNanos());
    }
    return wait;
  }

  /**
   * A seat whose starts are reserved already, as soon as there is room; dependents may run on the
   * thread that made it. The handlers' room first: only this queue waits for it, whereas all queues
   * want what the process has.
   */
  public CompletableFuture<Seat> acquire() {
    Map<Station<?>, Permits.Permit> rooms = new HashMap<>();
    CompletableFuture<?> all = CompletableFuture.completedFuture(null);
    for (Station<?> station : limited) {
      all =
          all.thenCompose(before -> station.acquireRoom())
              .thenAccept(permit -> rooms.put(station, permit));
    }
    return all.thenCompose(before -> process.acquire())
        .thenApply(permit -> new Seat(permit, rooms, rates));
  }
}
