package dev.longhaul.cli;

import dev.longhaul.runtime.Configuration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells every setting, and where its value comes from. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    description = {
      "Reads what a worker that is started here would read: longhaul.yaml, temporal.toml and the"
          + " environment. Tells every value and its source, or everything that is wrong.",
      "What the worker's code and its handlers' annotations say is not known here: the worker logs"
          + " it when it starts. Secrets are not shown."
    },
    footer = {
      "  longhaul config explain",
      "  longhaul config explain --config /etc/media/longhaul.yaml -D longhaul.runtime.drain-time=5m"
    })
final class ExplainCommand implements Callable<Integer> {
  private static final String NOTE =
      "Not known here: what code says, above all of this, and what annotations say, between"
          + " handlers.default and the settings of a handler. The worker logs both when it starts.";

  private final Console console;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The worker's configuration file, instead of longhaul.yaml in this folder.")
  private @Nullable String config;

  @Option(names = "--profile", paramLabel = "NAME", description = "The profile in temporal.toml.")
  private @Nullable String profile;

  @Option(names = "--config-file", paramLabel = "FILE", description = "Another temporal.toml.")
  private @Nullable Path configFile;

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "A system property, as the worker is given it; may be repeated.")
  private Map<String, String> properties = new LinkedHashMap<>();

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try {
      console.out().println(configuration().explain());
      console.out().println();
      console.out().println(NOTE);
      return Outcome.OK.exitCode();
    } catch (IllegalArgumentException e) {
      new Report(Outcome.USAGE, "explain")
          .message(String.valueOf(e.getMessage()))
          .print(console, Format.TEXT);
      return Outcome.USAGE.exitCode();
    }
  }

  private Configuration configuration() {
    Configuration configuration = Configuration.of(console.environment(), properties);
    if (config != null) {
      configuration = configuration.file(config);
    }
    if (profile != null) {
      configuration = configuration.profile(profile);
    }
    return configFile == null ? configuration : configuration.profileFile(configFile);
  }
}
