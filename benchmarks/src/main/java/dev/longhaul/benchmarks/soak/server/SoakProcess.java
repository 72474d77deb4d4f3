package dev.longhaul.benchmarks.soak.server;

import dev.longhaul.benchmarks.server.ChildJvm;
import dev.longhaul.benchmarks.soak.proxy.Fault;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** A {@link SoakServer} in a process of its own, which ends with this one. Thread-safe. */
public final class SoakProcess implements AutoCloseable {
  private static final int HEAP_MEGABYTES = 512;

  private final ChildJvm jvm;
  private final int port;

  private SoakProcess(long seed, Duration longest) {
    jvm =
        ChildJvm.start(
            SoakServer.class,
            HEAP_MEGABYTES,
            Long.toString(seed),
            Long.toString(longest.toMillis()));
    port = Integer.parseInt(jvm.read());
  }

  /**
   * A server whose activities are those of this seed.
   *
   * @param longest how long their work takes at the most
   */
  public static SoakProcess start(long seed, Duration longest) {
    return new SoakProcess(seed, longest);
  }

  /** Host and port of the proxy, on loopback. */
  public String target() {
    return InetAddress.getLoopbackAddress().getHostAddress() + ":" + port;
  }

  /** So many activities are scheduled per second from now on. */
  public void setRate(double perSecond) {
    jvm.ask(SoakServer.RATE + " " + perSecond);
  }

  /**
   * The fault begins.
   *
   * @return when, by the server's time
   */
  public long begin(Fault fault) {
    return Long.parseLong(
        jvm.ask(SoakServer.BEGIN + " " + fault.kind() + " " + fault.delay().toMillis()));
  }

  /**
   * The fault is over.
   *
   * @return when, by the server's time
   */
  public long end() {
    return Long.parseLong(jvm.ask(SoakServer.END));
  }

  /** What has happened so far. */
  public Tally tally() {
    return Tally.parse(jvm.ask(SoakServer.TALLY));
  }

  /**
   * Whether an outcome was accepted of an attempt that was handed out after this moment.
   *
   * @return the time now, by the server, if it was
   */
  public OptionalLong reportedSince(long moment) {
    long now = Long.parseLong(jvm.ask(SoakServer.REPORTED + " " + moment));
    return now == SoakServer.NOT_YET ? OptionalLong.empty() : OptionalLong.of(now);
  }

  /** What was not told before. */
  public List<Irregularity> takeIrregularities() {
    return Irregularity.parse(jvm.ask(SoakServer.IRREGULAR));
  }

  /** Ends the process. Idempotent. */
  @Override
  public void close() {
    jvm.close();
  }
}
