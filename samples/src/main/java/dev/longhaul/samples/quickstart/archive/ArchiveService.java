package dev.longhaul.samples.quickstart.archive;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Compresses folders into zip files, one job each. It stands for any system that does long work and
 * is reached over HTTP alone: a render farm, a batch cluster, a partner's service. It is slow on
 * purpose, as those are. Listens on the loopback address and a free port. Thread-safe.
 *
 * @see JobsEndpoint the HTTP interface
 */
public final class ArchiveService implements AutoCloseable {
  private static final int REQUEST_THREADS = 4;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Jobs jobs;

  private ArchiveService(HttpServer server, ExecutorService threads, Jobs jobs) {
    this.server = server;
    this.threads = threads;
    this.jobs = jobs;
  }

  /**
   * Starts a service.
   *
   * @param output the folder for the archives; made if it is not there
   * @param leastTime every job takes at least so long
   * @throws IOException if the folder cannot be made or no port can be bound
   */
  public static ArchiveService start(Path output, Duration leastTime) throws IOException {
    Path folder = Files.createDirectories(output).toRealPath();
    InetSocketAddress freePort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(freePort, 0);
    ExecutorService threads =
        Executors.newFixedThreadPool(REQUEST_THREADS, DaemonThreads.named("archive-http"));
    Jobs jobs = new Jobs(folder, leastTime);
    server.setExecutor(threads);
    server.createContext(JobsEndpoint.PATH, new JobsEndpoint(jobs, threads));
    server.start();
    return new ArchiveService(server, threads, jobs);
  }

  /** Where it listens. */
  public URI uri() {
    InetSocketAddress address = server.getAddress();
    return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
  }

  /** Stops listening, and ends jobs that are not done, with their files; archives stay. */
  @Override
  public void close() {
    server.stop(0);
    jobs.close();
    threads.shutdownNow();
  }
}
