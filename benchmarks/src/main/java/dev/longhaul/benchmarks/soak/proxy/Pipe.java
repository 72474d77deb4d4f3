package dev.longhaul.benchmarks.soak.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One direction of a connection: what arrives leaves in its order, each part with its delay. */
final class Pipe {
  private static final int PART_BYTES = 64 * 1024;
  private static final int MOST_PARTS = 1_000;
  private static final byte[] NOTHING = {};

  private final FaultyProxy proxy;
  private final Link link;
  private final Socket from;
  private final Socket to;
  private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>(MOST_PARTS);

  /** No bytes are the end. */
  private static final class Part {
    private final byte[] bytes;
    private final long dueNanos;

    Part(byte[] bytes, long dueNanos) {
      this.bytes = bytes;
      this.dueNanos = dueNanos;
    }
  }

  Pipe(FaultyProxy proxy, Link link, Socket from, Socket to) {
    this.proxy = proxy;
    this.link = link;
    this.from = from;
    this.to = to;
  }

  void start() {
    Link.thread("proxy-reader", () -> untilTheEnd(this::read));
    Link.thread("proxy-writer", () -> untilTheEnd(this::write));
  }

  private interface Half {
    void run() throws IOException, InterruptedException;
  }

  // One of the sockets is closed then; the other one shall not stay without it.
  private void untilTheEnd(Half half) {
    try {
      half.run();
    } catch (IOException | InterruptedException e) {
      link.reset();
      parts.clear();
      parts.offer(part(NOTHING));
    }
  }

  private void read() throws IOException, InterruptedException {
    InputStream in = from.getInputStream();
    byte[] buffer = new byte[PART_BYTES];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      parts.put(part(Arrays.copyOf(buffer, read)));
    }
    parts.put(part(NOTHING));
  }

  private Part part(byte[] bytes) {
    return new Part(bytes, System.nanoTime() + proxy.delay().toNanos());
  }

  private void write() throws IOException, InterruptedException {
    OutputStream out = to.getOutputStream();
    for (Part part = parts.take(); part.bytes.length > 0; part = parts.take()) {
      TimeUnit.NANOSECONDS.sleep(part.dueNanos - System.nanoTime());
      proxy.awaitPassage();
      out.write(part.bytes);
    }
    link.reset();
  }
}
