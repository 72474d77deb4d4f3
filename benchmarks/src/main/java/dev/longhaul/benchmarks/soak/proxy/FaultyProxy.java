package dev.longhaul.benchmarks.soak.proxy;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Passes bytes between a free port and another one, both of loopback, unless there is a fault.
 * Thread-safe.
 */
public final class FaultyProxy implements AutoCloseable {
  private final ServerSocket entrance;
  private final int targetPort;

  @GuardedBy("this")
  private final Set<Link> links = new HashSet<>();

  @GuardedBy("this")
  private boolean cut;

  @GuardedBy("this")
  private boolean blackHole;

  @GuardedBy("this")
  private Duration delay = Duration.ZERO;

  /** Listens from now on. */
  public FaultyProxy(int targetPort) throws IOException {
    this.entrance = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    this.targetPort = targetPort;
  }

  /** Accepts connections from now on. */
  public void start() {
    Link.thread("proxy-entrance", this::accept);
  }

  /** The port that stands for the other one. */
  public int port() {
    return entrance.getLocalPort();
  }

  /** The fault begins; it lasts until {@link #endFault}. */
  public void begin(Fault.Kind kind, Duration newDelay) {
    synchronized (this) {
      delay = newDelay;
      cut = kind == Fault.Kind.CUT;
      blackHole = kind == Fault.Kind.BLACK_HOLE;
    }
    if (kind == Fault.Kind.CUT) {
      resetAll();
    }
  }

  /** All is well again, but for connections from a black hole. */
  public void endFault() {
    boolean swallowed;
    synchronized (this) {
      swallowed = blackHole;
    }
    if (swallowed) {
      resetAll(); // before anything passes again
    }
    synchronized (this) {
      delay = Duration.ZERO;
      cut = false;
      blackHole = false;
      notifyAll();
    }
  }

  /** How late whatever arrives now is to leave. */
  synchronized Duration delay() {
    return delay;
  }

  /** Waits while nothing passes. */
  synchronized void awaitPassage() throws InterruptedException {
    while (blackHole) {
      wait();
    }
  }

  synchronized void forget(Link link) {
    links.remove(link);
  }

  private void resetAll() {
    List<Link> all;
    synchronized (this) {
      all = List.copyOf(links);
    }
    all.forEach(Link::reset);
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        link(entrance.accept());
      } catch (IOException e) {
        // Closed; or this connection is none any more, which its other end sees.
      }
    }
  }

  private void link(Socket outer) throws IOException {
    Link link = new Link(this, outer);
    boolean refused;
    synchronized (this) {
      refused = cut;
      if (!refused) {
        links.add(link);
      }
    }
    if (refused) {
      link.reset();
    } else {
      link.join(targetPort);
    }
  }

  /** Resets all connections. */
  @Override
  public void close() throws IOException {
    entrance.close();
    endFault();
    resetAll();
  }
}
