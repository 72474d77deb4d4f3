package dev.longhaul.simulation;

import dev.longhaul.api.ActivityListener;
import dev.longhaul.api.ActivitySnapshot;
import dev.longhaul.runtime.internal.batch.Batches;
import dev.longhaul.runtime.internal.connect.WireEncoder;
import dev.longhaul.runtime.internal.convert.Failures;
import dev.longhaul.runtime.internal.convert.PayloadMapper;
import dev.longhaul.runtime.internal.convert.WireCodec;
import dev.longhaul.runtime.internal.dispatch.ConfiguredHandler;
import dev.longhaul.runtime.internal.dispatch.Dispatcher;
import dev.longhaul.runtime.internal.dispatch.Permits;
import dev.longhaul.runtime.internal.dispatch.Tools;
import dev.longhaul.runtime.internal.manage.ActivityManager;
import dev.longhaul.runtime.internal.manage.Leaks;
import dev.longhaul.runtime.internal.manage.Services;
import dev.longhaul.runtime.internal.time.Alarms;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A process that polls, and looks after what it receives until it is closed or killed. */
final class WorkerProcess {
  private static final int PERMITS = 300;
  private static final int HOOKS_AT_ONCE = 2;
  private static final Duration LINGER = Duration.ofMinutes(2);

  private final World world;
  private final Rules rules;
  private final String name;
  private final Consumer<WorkerProcess> onGone;
  private final Threads threads;
  private final Weather weather;
  private final Book book;
  private final Permits permits = new Permits(PERMITS);
  private final Alarms alarms;
  private final ActivityManager manager;
  private final Dispatcher dispatcher;
  private final Intake intake;
  private Duration skew = Duration.ZERO;
  private boolean closing;
  private boolean shutDown;

  WorkerProcess(
      World world, Rules rules, Server server, int number, Consumer<WorkerProcess> onGone) {
    this.world = world;
    this.rules = rules;
    this.name = "process " + number;
    this.onGone = onGone;
    this.threads = new Threads(world, rules, this);
    this.weather = new Weather(world);
    this.book = new Book(world, rules, this);
    PayloadMapper payloads = new PayloadMapper(List.of(), List.of());
    WireCodec wire =
        new WireCodec(payloads, new Failures(payloads, false), () -> WireCodec.DEFAULT_SIZE_LIMIT);
    Network network = new Network(world, server, this, weather);
    Services services =
        new Services(
            new Watch(world, rules, book, network),
            new WireEncoder(wire),
            world::nanoTime,
            threads.timer(),
            threads.callbacks(),
            world::fraction);
    this.manager = new ActivityManager(services, wallClock());
    this.alarms = new Alarms(world::nanoTime, threads.timer());
    Set<Kind> kinds = new LinkedHashSet<>(Kind.all());
    kinds.removeIf(kind -> !kind.form().hasHandler() || world.chance(0.02));
    Tools tools =
        new Tools(
            payloads,
            wire,
            threads.callbacks(),
            threads.blocking(),
            world::nanoTime,
            alarms,
            HOOKS_AT_ONCE);
    this.dispatcher =
        new Dispatcher(
            kinds.stream()
                .<ConfiguredHandler<?>>map(kind -> Handlers.of(kind, world, this))
                .toList(),
            manager,
            tools,
            new Batches(tools, manager));
    this.intake = new Intake(world, server, this, permits, wire, dispatcher, kinds);
  }

  void start() {
    manager.addListener(new RestlessListener());
    intake.poll();
    world.after(world.between(5, 120), this::disturb);
  }

  private void disturb() {
    if (!closing) {
      switch (world.below(3)) {
        case 0 -> threads.freeze(world.between(0.1, 40));
        case 1 -> threads.starve(world.between(0.1, 20));
        default -> skew = world.duration(0, 7_200).minusHours(1);
      }
      book.trace("its process is disturbed");
      world.after(world.between(5, 120), this::disturb);
    }
  }

  Book book() {
    return book;
  }

  ActivityManager manager() {
    return manager;
  }

  Intake intake() {
    return intake;
  }

  Weather weather() {
    return weather;
  }

  InstantSource wallClock() {
    return () -> world.wallClock().plus(skew);
  }

  boolean isClosing() {
    return closing;
  }

  /** Whether it takes nothing over any more. */
  boolean isShutDown() {
    return shutDown;
  }

  /** Since when it can do what it has to; never if it cannot. */
  long wellSince() {
    return threads.wellFrom() > world.now()
        ? World.NEVER
        : Math.max(threads.wellFrom(), weather.calmSince());
  }

  /** Runs on some thread of the process, soon. */
  void submit(Runnable task) {
    threads.submit(task);
  }

  /** As above, but after a while, or never. */
  void later(long nanos, Runnable task) {
    if (nanos != World.NEVER) {
      world.after(nanos, () -> submit(task));
    }
  }

  void interleave() {
    threads.interleave();
  }

  /** From now on nothing goes wrong outside of it. */
  void calmDown() {
    weather.calmDown();
  }

  /** It ends at once, as it were by a loss of power. */
  void kill() {
    closing = true;
    book.trace("its process is killed");
    intake.stop();
    book.close();
    threads.kill();
    gone();
  }

  /** It ends as it should. */
  void close() {
    if (closing) {
      return;
    }
    closing = true;
    book.trace("its process is to end");
    intake.stop();
    Duration drain = world.duration(0, 20);
    dispatcher.closing(drain.dividedBy(2));
    manager.drain(drain).thenRun(() -> submit(this::shutDown));
  }

  private void shutDown() {
    shutDown = true;
    book.trace("its process lets go");
    manager.shutDown().thenRun(() -> submit(this::ended));
    manager.shutDown();
  }

  private void ended() {
    book.trace("its process has ended");
    require(manager.drain(Duration.ZERO).getNow(false), "has entries after its end");
    book.entries().forEach(book.verdict()::left);
    book.close();
    if (world.chance(0.5)) {
      threads.close();
      later(Duration.ofSeconds(5).toNanos(), this::checkFutures);
    } else {
      later(LINGER.toNanos(), this::checkAll);
    }
  }

  private void checkAll() {
    require(Leaks.callsInFlight(manager) == 0, "has calls in flight after its end");
    require(threads.timedTasks() == 0, "has timer tasks after its end");
    require(alarms.size() == 0, "has alarms after its end");
    for (int i = 0; i < PERMITS; i++) {
      require(permits.acquire().isDone(), "has lost permits");
    }
    require(threads.leaked().isEmpty(), "has threads of handlers that nobody interrupted");
    book.entries().forEach(book.verdict()::ended);
    threads.close();
    checkFutures();
  }

  private void checkFutures() {
    book.unanswered()
        .forEach(
            entry ->
                rules.broken(Rule.NOTHING_LEAKED, entry, "has a future that does not complete"));
    gone();
  }

  private void gone() {
    threads.abandon();
    onGone.accept(this);
  }

  private void require(boolean held, String whatElse) {
    rules.require(held, Rule.NOTHING_LEAKED, this, whatElse);
  }

  @Override
  public String toString() {
    return name;
  }

  /** A listener that sometimes throws. */
  private final class RestlessListener implements ActivityListener {
    @Override
    public void heartbeatAcknowledged(ActivitySnapshot activity) {
      if (world.chance(0.01)) {
        throw new IllegalStateException("a listener that throws");
      }
    }
  }
}
