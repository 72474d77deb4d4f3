package dev.longhaul.samples.quickstart.callback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.OutcomeAlreadyDecidedException;
import dev.longhaul.samples.quickstart.archive.JobStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Receives the archive service's callbacks and completes activities, of which it knows nothing but
 * the reference in the URL: it could as well be another process. The answer is sent once Temporal
 * has acknowledged, so that the service calls again if that fails. Listens on the loopback address
 * and a free port, with HTTP and no authentication. Thread-safe.
 */
public final class CallbackServer implements AutoCloseable {
  private static final String PATH = "/done/";

  private static final int NO_CONTENT = 204;
  private static final int BAD_REQUEST = 400;
  private static final int GONE = 410;
  private static final int UNAVAILABLE = 503;

  private final HttpServer server;
  private final AsyncCompletionClient activities;

  private CallbackServer(HttpServer server, AsyncCompletionClient activities) {
    this.server = server;
    this.activities = activities;
  }

  /**
   * Starts a server.
   *
   * @throws IOException if no port can be bound
   */
  public static CallbackServer start(AsyncCompletionClient activities) throws IOException {
    InetSocketAddress freePort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    CallbackServer server = new CallbackServer(HttpServer.create(freePort, 0), activities);
    server.server.createContext(PATH, server::handle);
    server.server.start();
    return server;
  }

  /** Where to call. */
  public CallbackAddress address() {
    InetSocketAddress address = server.getAddress();
    String host = address.getAddress().getHostAddress();
    return new CallbackAddress(URI.create("http://" + host + ":" + address.getPort() + PATH));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    FullActivityId activity;
    JobStatus job;
    try {
      activity = FullActivityId.parse(exchange.getRequestURI().getPath().substring(PATH.length()));
      job = JobStatus.ofJson(exchange.getRequestBody().readAllBytes());
    } catch (IllegalArgumentException | IOException e) {
      answer(exchange, BAD_REQUEST);
      return;
    }
    report(activity, job)
        .whenComplete((acknowledged, failure) -> answer(exchange, statusFor(failure)));
  }

  private CompletableFuture<Void> report(FullActivityId activity, JobStatus job) {
    return switch (job.state()) {
      case COMPLETED -> activities.complete(activity, job.archive());
      case FAILED -> activities.fail(activity, failure(job));
      case RUNNING, DELETED -> CompletableFuture.completedFuture(null); // no outcome
    };
  }

  private static ActivityFailure failure(JobStatus job) {
    return ActivityFailure.ofType("ArchiveFailed").message(String.valueOf(job.error()));
  }

  private static int statusFor(@Nullable Throwable failure) {
    if (failure == null) {
      return NO_CONTENT;
    }
    boolean nobodyWaits =
        failure instanceof ActivityNotFoundException
            || failure instanceof OutcomeAlreadyDecidedException;
    return nobodyWaits ? GONE : UNAVAILABLE;
  }

  private static void answer(HttpExchange exchange, int status) {
    try (exchange) {
      exchange.sendResponseHeaders(status, -1);
    } catch (IOException e) {
      // The caller has gone; it will call again.
    }
  }
}
