package dev.longhaul.samples.externalservice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.longhaul.samples.common.Json;
import dev.longhaul.samples.common.Story;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The outside service: it reads documents, page by page, and knows nothing but HTTP. It is as
 * unreliable as {@link Faults} makes it. Listens on the loopback address and a free port.
 */
final class OcrService implements AutoCloseable {
  private static final long MILLIS_PER_PAGE = 700;
  private static final long SLOW_MILLIS = 1500;
  private static final int WORDS_PER_PAGE = 250;

  private final HttpServer server;
  private final Story story;
  private final Faults faults = new Faults();
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

  // Written by the thread alone.
  private final Map<String, Job> jobs = new ConcurrentHashMap<>();
  private final Map<String, String> jobsByKey = new ConcurrentHashMap<>();
  private final Map<String, String> lastClient = new ConcurrentHashMap<>();

  private final BlockingQueue<String> news = new LinkedBlockingQueue<>();

  private OcrService(HttpServer server, Story story) {
    this.server = server;
    this.story = story;
  }

  static OcrService start(Story story) throws IOException {
    OcrService service =
        new OcrService(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0),
            story);
    service.server.createContext("/jobs", service::handle);
    service.server.start();
    return service;
  }

  URI address() {
    InetSocketAddress address = server.getAddress();
    return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
  }

  /** Waits until so many pages are read, and somebody has asked how many. */
  void awaitPages(int number) throws InterruptedException {
    do {
      news.take();
    } while (lastClient.isEmpty() || pagesRead() < number);
  }

  private int pagesRead() {
    return jobs.values().stream().mapToInt(Job::read).sum();
  }

  @Override
  public void close() {
    thread.shutdownNow();
    server.stop(0);
  }

  // All on one thread.
  private void handle(HttpExchange exchange) {
    String call = exchange.getRequestMethod();
    switch (faults.next(call)) {
      case NONE -> thread.execute(() -> serve(exchange, call));
      case SLOW -> {
        story.tell("the service takes its time for a " + call);
        thread.schedule(() -> serve(exchange, call), SLOW_MILLIS, TimeUnit.MILLISECONDS);
      }
      case UNAVAILABLE -> {
        story.tell("the service answers 503 to " + call);
        thread.execute(() -> answer(exchange, 503, null));
      }
    }
  }

  private void serve(HttpExchange exchange, String call) {
    String[] path = exchange.getRequestURI().getPath().split("/", -1); // "", jobs, id, text
    String id = path.length > 2 ? path[2] : "";
    if (call.equals("POST")) {
      answer(exchange, 201, submit(exchange));
    } else if (!jobs.containsKey(id)) {
      answer(exchange, 404, null);
    } else if (call.equals("DELETE")) {
      answer(exchange, 202, cancel(id));
    } else if (path.length > 3) {
      answer(exchange, 200, collect(id));
    } else {
      answer(exchange, 200, status(exchange, id));
    }
  }

  private Job submit(HttpExchange exchange) {
    Document document;
    try {
      document = Json.read(exchange.getRequestBody().readAllBytes(), Document.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    String id = jobsByKey.computeIfAbsent(key, unknown -> "job-" + (jobs.size() + 1));
    story.tell("%s submits %s: %s".formatted(client(exchange), document.name(), id));
    if (jobs.putIfAbsent(id, Job.started(id, document)) == null) {
      readNextPage(id);
    }
    return job(id);
  }

  private void readNextPage(String id) {
    thread.schedule(
        () -> {
          if (job(id).state() == Job.State.RUNNING) {
            jobs.computeIfPresent(id, (same, job) -> job.onePageOn());
            story.tell("%s: page %d of %d is read".formatted(id, job(id).read(), job(id).of()));
            news.add(id);
            readNextPage(id);
          }
        },
        MILLIS_PER_PAGE,
        TimeUnit.MILLISECONDS);
  }

  private Job status(HttpExchange exchange, String id) {
    String client = client(exchange);
    if (!client.equals(lastClient.put(id, client))) {
      story.tell("%s asks after %s".formatted(client, id));
      news.add(id);
    }
    return job(id);
  }

  private Text collect(String id) {
    story.tell(id + ": its text is collected");
    return new Text(job(id).name(), job(id).of(), job(id).of() * WORDS_PER_PAGE);
  }

  private Job cancel(String id) {
    if (job(id).state() == Job.State.RUNNING) {
      jobs.computeIfPresent(id, (same, job) -> job.cancelled());
      story.tell("%s is cancelled after page %d".formatted(id, job(id).read()));
    }
    return job(id);
  }

  private Job job(String id) {
    return Objects.requireNonNull(jobs.get(id), id);
  }

  private static String client(HttpExchange exchange) {
    return exchange.getRequestHeaders().getFirst("User-Agent");
  }

  private static void answer(HttpExchange exchange, int status, @Nullable Object body) {
    try (exchange) {
      byte[] json = body == null ? new byte[0] : Json.write(body);
      exchange.sendResponseHeaders(status, json.length == 0 ? -1 : json.length);
      exchange.getResponseBody().write(json);
    } catch (IOException e) {
      // The caller has gone, perhaps since it was killed.
    }
  }
}
