package dev.longhaul.runtime;

import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.runtime.internal.batch.Batches;
import dev.longhaul.runtime.internal.connect.Connection;
import dev.longhaul.runtime.internal.connect.Identity;
import dev.longhaul.runtime.internal.connect.ServerChannel;
import dev.longhaul.runtime.internal.connect.WireEncoder;
import dev.longhaul.runtime.internal.convert.Failures;
import dev.longhaul.runtime.internal.convert.PayloadMapper;
import dev.longhaul.runtime.internal.convert.WireCodec;
import dev.longhaul.runtime.internal.dispatch.Tools;
import dev.longhaul.runtime.internal.manage.ActivityManager;
import dev.longhaul.runtime.internal.manage.Services;
import dev.longhaul.runtime.internal.time.Alarms;
import dev.longhaul.runtime.internal.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/** The parts of one runtime, put together. Thread-safe. */
final class Core {
  private final Setup setup;
  private final ServerChannel channel;
  private final Machine machine;
  private final Connection connection;
  private final Services services;
  private final DataConverter converter;
  private final Tools tools;
  private final ActivityManager manager;
  private final Batches batches;
  private final LonghaulClient client;

  /**
   * @throws LonghaulStartException if the setup cannot be used
   */
  Core(Setup setup) {
    this.setup = setup.check();
    RuntimeOptions options = setup.options();
    Endpoint endpoint = setup.endpoint();
    channel = endpoint.open();
    machine = setup.machine();
    Executor callbacks = machine::runCallback;
    PayloadMapper payloads = new PayloadMapper(options.converters(), options.codecs());
    Failures failures = new Failures(payloads, options.encodeFailureAttributes());
    converter = new DataConverter(payloads, failures);
    connection =
        new Connection(
            channel.channel(),
            Identity.of(endpoint.namespace(), options.identity(), options.deployment()),
            endpoint.options(),
            options.retry(),
            callbacks,
            new Clock(machine::nanoTime, machine::now, machine::scheduleTimeout));
    StartupLog.warn(setup.warnings());
    StartupLog.connection(endpoint, options.identity(), channel.protection());
    WireCodec wire = new WireCodec(payloads, failures, connection::payloadLimit);
    services =
        new Services(
            connection.server(),
            new WireEncoder(wire),
            machine::nanoTime,
            machine::schedule,
            callbacks,
            machine::random);
    tools =
        new Tools(
            payloads,
            wire,
            callbacks,
            machine::runBlocking,
            machine::nanoTime,
            new Alarms(machine::nanoTime, machine::schedule),
            Math.max(1, options.callbackThreads() / 2));
    manager = new ActivityManager(services, machine::now);
    batches = new Batches(tools, manager);
    Executor settling = options.completeOnNetworkThreads() ? Runnable::run : callbacks;
    client =
        new LonghaulClient(
            this, connection.client(manager, services, options.interceptors(), settling));
  }

  Setup setup() {
    return setup;
  }

  Connection connection() {
    return connection;
  }

  Services services() {
    return services;
  }

  DataConverter converter() {
    return converter;
  }

  Tools tools() {
    return tools;
  }

  ActivityManager manager() {
    return manager;
  }

  Batches batches() {
    return batches;
  }

  LonghaulClient client() {
    return client;
  }

  /**
   * Lets go of what is still open, waits for that, and ends threads and connection. Blocks for some
   * ten seconds, and for the longest grace period of what has to be stopped, at the most;
   * idempotent.
   */
  void close() {
    batches.stop();
    try {
      manager.shutDown().get();
    } catch (InterruptedException e) {
      // Closing goes on, without waiting: whoever interrupts wants it to end soon.
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the end of a manager does not fail", e);
    }
    connection.close();
    machine.close();
    channel.close().run();
  }
}
