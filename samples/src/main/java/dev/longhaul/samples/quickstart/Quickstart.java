package dev.longhaul.samples.quickstart;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.runtime.AsyncActivities;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.samples.quickstart.archive.Archive;
import dev.longhaul.samples.quickstart.archive.ArchiveClient;
import dev.longhaul.samples.quickstart.archive.ArchiveRequest;
import dev.longhaul.samples.quickstart.archive.ArchiveService;
import dev.longhaul.testing.EmbeddedTemporalServer;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/**
 * Archives a folder in a workflow. In this process are all four parties: a Temporal server, the
 * workflow's worker (the official SDK), Longhaul with the handler of the activity, and the archive
 * service, which the handler reaches over HTTP alone.
 */
@Command(
    name = "quickstart",
    mixinStandardHelpOptions = true,
    description = "A Temporal workflow archives a folder through a service that knows only HTTP.")
public final class Quickstart implements Callable<Integer> {
  private static final String NAMESPACE = "default";
  private static final Duration SLOWNESS = Duration.ofSeconds(5);

  /** No workflow is open any more when the runtime closes, so no poll can lose a task. */
  private static final RuntimeOptions OPTIONS =
      RuntimeOptions.defaults().toBuilder().pollDrain(Duration.ZERO).build();

  private final Console console;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      converter = ReadableFolder.class,
      description = "What to archive; by default this project's own sources.")
  private @Nullable Path folder;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where the archive goes; by default the folder \"archives\" of this project.")
  private @Nullable Path output;

  private Quickstart(Console console) {
    this.console = console;
  }

  public static void main(String... arguments) {
    PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
    PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
    System.exit(run(out, err, arguments));
  }

  /**
   * Runs the command.
   *
   * @return the exit code
   */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Quickstart(new Console(out)))
        .setOut(out)
        .setParameterExceptionHandler(
            (mistake, given) -> {
              err.println(mistake.getMessage() + " (--help tells the options)");
              return ExitCode.USAGE;
            })
        .setExecutionExceptionHandler(
            (failure, command, given) -> {
              err.println("The quickstart failed: " + Failures.reason(failure));
              return ExitCode.SOFTWARE;
            })
        .execute(arguments);
  }

  @Override
  public Integer call() throws IOException {
    Path project = Projects.rootAround(Path.of(""));
    Path source = folder == null ? project : folder;
    Path archives = output == null ? project.resolve("archives") : output;
    ArchiveRequest request = ArchiveRequest.of(source.toString(), Projects.NOT_SOURCES);
    console.say("A workflow archives a folder through a service that knows only HTTP.");
    console.item("folder", source + ", without " + String.join(", ", request.skip()));
    try (ArchiveService service = ArchiveService.start(archives, SLOWNESS);
        EmbeddedTemporalServer temporal = EmbeddedTemporalServer.start();
        WorkflowSide workflows = WorkflowSide.start(temporal.target(), NAMESPACE)) {
      console.item("service", service.uri() + ", takes at least " + Text.seconds(SLOWNESS));
      console.item("Temporal", temporal.target() + ", the embedded server");
      LonghaulRuntime longhaul = longhaul(temporal.target(), service.uri()).start();
      try (longhaul) {
        follow(workflows.archive(request));
      }
    }
    return ExitCode.OK;
  }

  private static LonghaulRuntime longhaul(String temporal, URI service) {
    Injector injector =
        Guice.createInjector(
            LonghaulModule.forTarget(temporal).namespace(NAMESPACE).options(OPTIONS),
            AsyncActivities.discover(),
            new ArchiveModule(new ArchiveClient(service)));
    return injector.getInstance(LonghaulRuntime.class);
  }

  private void follow(WorkflowStub workflow) {
    console.started(workflow.getExecution().getWorkflowId());
    Archive archive;
    HeartbeatWatch watch = HeartbeatWatch.start(workflow, console::heartbeat);
    try (watch) {
      archive = workflow.getResult(Archive.class);
    }
    console.archived(archive, watch.seen());
  }
}
