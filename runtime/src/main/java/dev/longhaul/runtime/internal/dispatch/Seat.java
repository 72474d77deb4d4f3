package dev.longhaul.runtime.internal.dispatch;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The right to run one activity of a queue, whichever of its handlers it is for: a permit of the
 * process, one of each handler with a limit, and a reserved start of each with a rate. Used by one
 * thread at a time, and once.
 */
public final class Seat {
  private final Permits.Permit process;
  private final Map<Station<?>, Permits.Permit> rooms;
  private final Map<Station<?>, StartRate> rates;

  Seat(
      Permits.Permit process,
      Map<Station<?>, Permits.Permit> rooms,
      Map<Station<?>, StartRate> rates) {
    this.process = process;
    this.rooms = rooms;
    this.rates = rates;
  }

  Permits.Permit process() {
    return process;
  }

  /** The permit of this handler, if it has a limit. */
  Permits.@Nullable Permit room(Station<?> station) {
    return rooms.get(station);
  }

  /** Nothing came. */
  public void release() {
    leaveTo(null);
    process.release();
  }

  /**
   * A task came: what was held for other handlers than its own is given back.
   *
   * @param station null if there is no handler for the task
   */
  void leaveTo(@Nullable Station<?> station) {
    rates.forEach(
        (other, rate) -> {
          if (other != station) {
            rate.giveBack();
          }
        });
    rooms.forEach(
        (other, permit) -> {
          if (other != station) {
            permit.release();
          }
        });
  }
}
