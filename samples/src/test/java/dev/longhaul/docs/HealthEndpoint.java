package dev.longhaul.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.longhaul.api.Health;
import dev.longhaul.api.HealthThresholds;
import dev.longhaul.runtime.LonghaulRuntime;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.Predicate;

/** Answers probes: 200 if all is well, otherwise 503; in either case with what is wrong. */
final class HealthEndpoint implements AutoCloseable {
  private final LonghaulRuntime runtime;
  private final HealthThresholds thresholds;
  private final HttpServer server;

  HealthEndpoint(InetSocketAddress address, LonghaulRuntime runtime, HealthThresholds thresholds)
      throws IOException {
    this.runtime = runtime;
    this.thresholds = thresholds;
    server = HttpServer.create(address, 0);
    server.createContext("/live", probe -> answer(probe, Health::live));
    server.createContext("/ready", probe -> answer(probe, Health::ready));
  }

  void start() {
    server.start();
  }

  private void answer(HttpExchange probe, Predicate<Health> verdict) throws IOException {
    Health health = runtime.health(thresholds);
    String text = health.ready() ? "ready" : String.join("\n", health.problems());
    byte[] body = text.getBytes(UTF_8);
    try (probe) {
      probe.sendResponseHeaders(verdict.test(health) ? 200 : 503, body.length);
      probe.getResponseBody().write(body);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
