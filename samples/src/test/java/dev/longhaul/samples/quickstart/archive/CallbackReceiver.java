package dev.longhaul.samples.quickstart.archive;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.longhaul.samples.common.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Receives a callback. It refuses the first try, as a receiver that just starts would. */
final class CallbackReceiver implements AutoCloseable {
  private final HttpServer server;
  private final AtomicBoolean refused = new AtomicBoolean();
  private final CompletableFuture<JobStatus> received = new CompletableFuture<>();

  private CallbackReceiver(HttpServer server) {
    this.server = server;
  }

  static CallbackReceiver start() throws IOException {
    InetSocketAddress freePort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    CallbackReceiver receiver = new CallbackReceiver(HttpServer.create(freePort, 0));
    receiver.server.createContext("/", receiver::handle);
    receiver.server.start();
    return receiver;
  }

  URI uri() {
    InetSocketAddress address = server.getAddress();
    return URI.create("http://" + address.getHostString() + ":" + address.getPort() + "/done");
  }

  CompletableFuture<JobStatus> received() {
    return received;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (refused.compareAndSet(false, true)) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      received.complete(Json.read(exchange.getRequestBody().readAllBytes(), JobStatus.class));
      exchange.sendResponseHeaders(204, -1);
    }
  }
}
