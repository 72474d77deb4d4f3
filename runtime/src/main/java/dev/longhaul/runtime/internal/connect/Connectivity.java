package dev.longhaul.runtime.internal.connect;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.longhaul.runtime.internal.time.Ticker;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.Optional;

/** Remembers since when a channel has no connection, though one is wanted. Thread-safe. */
final class Connectivity {
  private final ManagedChannel channel;
  private final Ticker ticker;

  @GuardedBy("this")
  private boolean missing;

  @GuardedBy("this")
  private long missingSinceNanos;

  private volatile boolean closed;

  private Connectivity(ManagedChannel channel, Ticker ticker) {
    this.channel = channel;
    this.ticker = ticker;
  }

  /** Watches the channel, if it tells its state, from now on. */
  static Connectivity of(ManagedChannel channel, Ticker ticker) {
    Connectivity connectivity = new Connectivity(channel, ticker);
    try {
      connectivity.watch();
    } catch (UnsupportedOperationException e) {
      // A channel of the application's, perhaps wrapped: then calls alone show how it is.
    }
    return connectivity;
  }

  private void watch() {
    ConnectivityState state = channel.getState(false);
    changed(state);
    if (state != ConnectivityState.SHUTDOWN && !closed) {
      channel.notifyWhenStateChanged(state, this::watch);
    }
  }

  private synchronized void changed(ConnectivityState state) {
    switch (state) {
      case READY -> missing = false;
      // Before the first call, and for a moment between two tries to connect.
      case IDLE -> {}
      case CONNECTING, TRANSIENT_FAILURE, SHUTDOWN -> {
        if (!missing) {
          missing = true;
          missingSinceNanos = ticker.nanoTime();
        }
      }
    }
  }

  /** Empty if there is a connection, or none is wanted. */
  synchronized Optional<Duration> missingFor() {
    return missing
        ? Optional.of(Duration.ofNanos(ticker.nanoTime() - missingSinceNanos))
        : Optional.empty();
  }

  /** Watches no more. */
  void close() {
    closed = true;
  }
}
