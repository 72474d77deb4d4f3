package dev.longhaul.benchmarks.server;

import java.net.InetAddress;
import java.time.Duration;

/** A {@link BenchmarkServer} in a process of its own, which ends with this one. Thread-safe. */
public final class ServerProcess implements AutoCloseable {
  private static final int HEAP_MEGABYTES = 256;

  private final ChildJvm jvm;
  private final int port;

  private ServerProcess(String kind, int number) {
    jvm = ChildJvm.start(BenchmarkServer.class, HEAP_MEGABYTES, kind, Integer.toString(number));
    port = Integer.parseInt(jvm.read());
  }

  /** A server that reads no request. */
  public static ServerProcess start() {
    return watching(0);
  }

  /** A server that watches so many activities, whose tokens are {@link WatchedTokens}. */
  public static ServerProcess watching(int activities) {
    return new ServerProcess(BenchmarkServer.WATCHING, activities);
  }

  /**
   * A server that has an activity task for each poll when it is told to deal.
   *
   * @param mostOpen how many tasks are without an outcome at the most; polls wait for the others
   */
  public static ServerProcess dealing(int mostOpen) {
    return new ServerProcess(BenchmarkServer.DEALING, mostOpen);
  }

  /** Host and port, on loopback. */
  public String target() {
    return InetAddress.getLoopbackAddress().getHostAddress() + ":" + port;
  }

  /** What the server has done so far. */
  public Served served() {
    return Served.parse(jvm.ask(BenchmarkServer.SERVED));
  }

  /** The server watches over the next so many activities from now on. */
  public void receive(int count) {
    jvm.ask(BenchmarkServer.RECEIVE + " " + count);
  }

  /** What the server has seen of the activities, all of which have this heartbeat timeout. */
  public Watched seen(Duration timeout) {
    return Watched.parse(jvm.ask(BenchmarkServer.SEEN + " " + timeout.toNanos()));
  }

  /** Each poll gets a task from now on, the waiting ones at once. */
  public void deal() {
    jvm.ask(BenchmarkServer.DEAL);
  }

  /**
   * Polls get no task any more; waits until each task that was dealt has an outcome, or this time
   * is over.
   */
  public Dealt settle(Duration time) {
    return Dealt.parse(jvm.ask(BenchmarkServer.SETTLE + " " + time.toMillis()));
  }

  /** What became of the tasks so far. */
  public Dealt dealt() {
    return Dealt.parse(jvm.ask(BenchmarkServer.DEALT));
  }

  /** Waits until there were so many polls in all, or this time is over. */
  public Dealt awaitPolls(long polls, Duration time) {
    return Dealt.parse(jvm.ask(BenchmarkServer.POLLED + " " + polls + " " + time.toMillis()));
  }

  /** Whether the process has not ended yet. */
  boolean isAlive() {
    return jvm.isAlive();
  }

  /** Ends the server's input, as the end of this process would, and so the server. Idempotent. */
  @Override
  public void close() {
    jvm.close();
  }
}
