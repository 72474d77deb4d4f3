package dev.longhaul.samples.quickstart.archive;

import com.sun.net.httpserver.HttpExchange;
import dev.longhaul.samples.common.Json;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer.
 *
 * @param body sent as JSON; none if null
 */
record Answer(int status, @Nullable Object body) {
  static final Answer NO_CONTENT = new Answer(204, null);

  static Answer failure(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    int status = cause instanceof HttpProblem problem ? problem.status() : 500;
    return new Answer(status, Map.of("error", String.valueOf(cause.getMessage())));
  }

  void send(HttpExchange exchange) {
    try (exchange) {
      if (body == null) {
        exchange.sendResponseHeaders(status, -1);
        return;
      }
      byte[] json = Json.write(body);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, json.length);
      exchange.getResponseBody().write(json);
    } catch (IOException e) {
      // The caller has gone; there is nobody to tell.
    }
  }
}
