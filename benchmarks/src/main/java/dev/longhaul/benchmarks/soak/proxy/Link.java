package dev.longhaul.benchmarks.soak.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** One connection through the proxy: two sockets and what passes between them. Thread-safe. */
final class Link {
  private final FaultyProxy proxy;
  private final Socket outer;
  private final Socket inner = new Socket();

  Link(FaultyProxy proxy, Socket outer) {
    this.proxy = proxy;
    this.outer = outer;
  }

  /** Connects to the other side, and passes bytes from now on. */
  void join(int targetPort) {
    try {
      inner.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort));
      outer.setTcpNoDelay(true);
      inner.setTcpNoDelay(true);
      new Pipe(proxy, this, outer, inner).start();
      new Pipe(proxy, this, inner, outer).start();
    } catch (IOException e) {
      reset();
    }
  }

  /** Ends both sides at once, and what is on its way is lost. Idempotent. */
  void reset() {
    end(outer);
    end(inner);
    proxy.forget(this);
  }

  private static void end(Socket socket) {
    try {
      socket.setSoLinger(true, 0); // which makes it a reset
    } catch (IOException e) {
      // Not connected any more, so that there is nothing to reset.
    }
    try {
      socket.close();
    } catch (IOException e) {
      // Closed is what it is to be.
    }
  }

  /** A thread that ends with this process. */
  static void thread(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }
}
