package dev.longhaul.api.options;

import dev.longhaul.api.intercept.CallInterceptor;
import dev.longhaul.api.payload.PayloadCodec;
import dev.longhaul.api.payload.PayloadConverter;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Settings of a runtime and its client. Immutable; {@code RuntimeOptions.defaults().toBuilder()} is
 * the way to a changed one.
 *
 * @param identity shown by the server for what this process does; at most 1000 bytes
 * @param maxConcurrentActivities running blocking and stage activities in this process
 * @param pollersPerQueue how many polls of one task queue are open at once at the most; with
 *     several queues never more, over all of them, than half of {@code maxConcurrentActivities}, so
 *     that polls of idle queues do not hold what activities of busy ones need
 * @param queues settings of single task queues, by their names
 * @param deployment the version of the worker deployment that this process belongs to; empty for
 *     none, which receives nothing from a queue where some version is current
 * @param callbackThreads threads for starts, hooks, listeners and conversions of all activities
 * @param startTimeout how long a start waits for a server that cannot be reached; with zero it asks
 *     the server nothing, and problems with it show in the log and in the health alone
 * @param drainTime how long a shutdown waits for open activities
 * @param pollDrain how long a shutdown waits for polls that are open; a task that the server hands
 *     to a cancelled poll is lost until its timeout
 * @param closeOnJvmShutdown whether a started runtime closes when the JVM shuts down, as it does on
 *     SIGTERM; the JVM then waits for it. False by default, for applications that close what they
 *     start in an order of their own
 * @param completeOnNetworkThreads whether futures of the client complete where the answer arrived,
 *     without the detour to a callback thread: what depends on them then runs on a network thread,
 *     and all other calls wait for it, so it must neither block nor take long; false by default.
 *     Calls on activities that this process manages complete on callback threads in any case
 * @param retry how calls of clients are tried again
 * @param interceptors stand around the calls of clients; the first one is the outermost
 * @param converters each takes the place of the built-in one of its encoding, or is asked before
 *     the built-in ones
 * @param codecs a chain; the last one encodes first
 * @param encodeFailureAttributes whether the messages and stack traces of failures go through the
 *     codecs; their details always do
 */
public record RuntimeOptions(
    String identity,
    int maxConcurrentActivities,
    int pollersPerQueue,
    Map<String, QueueOptions> queues,
    Optional<WorkerDeployment> deployment,
    int callbackThreads,
    Duration startTimeout,
    Duration drainTime,
    Duration pollDrain,
    boolean closeOnJvmShutdown,
    boolean completeOnNetworkThreads,
    RetryOptions retry,
    List<CallInterceptor> interceptors,
    List<PayloadConverter> converters,
    List<PayloadCodec> codecs,
    boolean encodeFailureAttributes) {

  private static final int MAX_IDENTITY_LENGTH = 1000;

  /**
   * @throws IllegalArgumentException if a number is not positive, a duration is negative, two
   *     converters have the same encoding, or failure attributes shall be encoded without a codec
   */
  public RuntimeOptions {
    queues = Map.copyOf(queues);
    interceptors = List.copyOf(interceptors);
    converters = List.copyOf(converters);
    codecs = List.copyOf(codecs);
    checkEncodings(converters);
    check(
        !encodeFailureAttributes || !codecs.isEmpty(),
        "encodeFailureAttributes is set without a codec, so nothing would be encoded; set codecs,"
            + " too");
    check(
        !identity.isBlank() && identity.length() <= MAX_IDENTITY_LENGTH,
        "identity has " + identity.length() + " characters; give it 1 to 1000, not all blank");
    check(
        maxConcurrentActivities > 0,
        "maxConcurrentActivities is " + maxConcurrentActivities + "; it must be at least 1");
    check(pollersPerQueue > 0, "pollersPerQueue is " + pollersPerQueue + "; it must be at least 1");
    check(callbackThreads > 0, "callbackThreads is " + callbackThreads + "; it must be at least 1");
    check(
        !startTimeout.isNegative(),
        "startTimeout is " + startTimeout + "; it must not be negative");
    check(!drainTime.isNegative(), "drainTime is " + drainTime + "; it must not be negative");
    check(!pollDrain.isNegative(), "pollDrain is " + pollDrain + "; it must not be negative");
  }

  /**
   * Identity {@code pid@host}, 200 activities, 5 pollers for each queue, 4 callback threads, 10 s
   * for the server to be reached, 30 s and 10 s of draining, {@link RetryOptions#defaults()}.
   */
  public static RuntimeOptions defaults() {
    return new RuntimeOptions(
        Identities.ofThisProcess(),
        200,
        5,
        Map.of(),
        Optional.empty(),
        4,
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        false,
        false,
        RetryOptions.defaults(),
        List.of(),
        List.of(),
        List.of(),
        false);
  }

  /** The settings of a task queue. */
  public QueueOptions queue(String taskQueue) {
    return queues.getOrDefault(taskQueue, QueueOptions.defaults());
  }

  /** How many polls of this queue are open at the most in a process that polls so many queues. */
  public int pollersOf(String taskQueue, int queues) {
    int wanted = queue(taskQueue).pollers().orElse(pollersPerQueue);
    int share =
        queues <= 1 ? maxConcurrentActivities : Math.max(1, maxConcurrentActivities / 2 / queues);
    return Math.min(wanted, share);
  }

  /** A builder that starts from these options. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  private static void checkEncodings(List<PayloadConverter> converters) {
    Set<String> encodings = new HashSet<>();
    for (PayloadConverter converter : converters) {
      String encoding = converter.encoding();
      check(
          encodings.add(encoding),
          "two converters have the encoding \""
              + encoding
              + "\", so it is not clear which one reads it; give one of them an encoding of its own");
    }
  }

  private static void check(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /** Changes some options. Not thread-safe. */
  public static final class Builder {
    private String identity;
    private int maxConcurrentActivities;
    private int pollersPerQueue;
    private Map<String, QueueOptions> queues;
    private Optional<WorkerDeployment> deployment;
    private int callbackThreads;
    private Duration startTimeout;
    private Duration drainTime;
    private Duration pollDrain;
    private boolean closeOnJvmShutdown;
    private boolean completeOnNetworkThreads;
    private RetryOptions retry;
    private List<CallInterceptor> interceptors;
    private List<PayloadConverter> converters;
    private List<PayloadCodec> codecs;
    private boolean encodeFailureAttributes;

    private Builder(RuntimeOptions from) {
      identity = from.identity;
      maxConcurrentActivities = from.maxConcurrentActivities;
      pollersPerQueue = from.pollersPerQueue;
      queues = new HashMap<>(from.queues);
      deployment = from.deployment;
      callbackThreads = from.callbackThreads;
      startTimeout = from.startTimeout;
      drainTime = from.drainTime;
      pollDrain = from.pollDrain;
      closeOnJvmShutdown = from.closeOnJvmShutdown;
      completeOnNetworkThreads = from.completeOnNetworkThreads;
      retry = from.retry;
      interceptors = from.interceptors;
      converters = from.converters;
      codecs = from.codecs;
      encodeFailureAttributes = from.encodeFailureAttributes;
    }

    public Builder identity(String value) {
      identity = value;
      return this;
    }

    public Builder maxConcurrentActivities(int value) {
      maxConcurrentActivities = value;
      return this;
    }

    public Builder pollersPerQueue(int value) {
      pollersPerQueue = value;
      return this;
    }

    /** Settings of one task queue, in place of earlier ones. */
    public Builder queue(String taskQueue, QueueOptions value) {
      queues.put(taskQueue, value);
      return this;
    }

    public Builder deployment(WorkerDeployment value) {
      deployment = Optional.of(value);
      return this;
    }

    public Builder callbackThreads(int value) {
      callbackThreads = value;
      return this;
    }

    public Builder startTimeout(Duration value) {
      startTimeout = value;
      return this;
    }

    public Builder drainTime(Duration value) {
      drainTime = value;
      return this;
    }

    public Builder pollDrain(Duration value) {
      pollDrain = value;
      return this;
    }

    public Builder closeOnJvmShutdown(boolean value) {
      closeOnJvmShutdown = value;
      return this;
    }

    public Builder completeOnNetworkThreads(boolean value) {
      completeOnNetworkThreads = value;
      return this;
    }

    public Builder retry(RetryOptions value) {
      retry = value;
      return this;
    }

    /** With changed retries. */
    public Builder retry(UnaryOperator<RetryOptions.Builder> change) {
      return retry(change.apply(retry.toBuilder()).build());
    }

    public Builder interceptors(List<CallInterceptor> value) {
      interceptors = value;
      return this;
    }

    public Builder converters(List<PayloadConverter> value) {
      converters = value;
      return this;
    }

    public Builder codecs(List<PayloadCodec> value) {
      codecs = value;
      return this;
    }

    public Builder encodeFailureAttributes(boolean value) {
      encodeFailureAttributes = value;
      return this;
    }

    /**
     * The options.
     *
     * @throws IllegalArgumentException as the record's constructor
     */
    public RuntimeOptions build() {
      return new RuntimeOptions(
          identity,
          maxConcurrentActivities,
          pollersPerQueue,
          queues,
          deployment,
          callbackThreads,
          startTimeout,
          drainTime,
          pollDrain,
          closeOnJvmShutdown,
          completeOnNetworkThreads,
          retry,
          interceptors,
          converters,
          codecs,
          encodeFailureAttributes);
    }
  }
}
