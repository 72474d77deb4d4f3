package dev.longhaul.samples.common;

import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * A sample: a subcommand that opens a Temporal server and then tells a story, until it ends. Its
 * {@code @Command} has a name, a header for the list of samples, and what options it needs more.
 */
public abstract class Sample implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ServerOptions server = new ServerOptions();

  @Override
  public final Integer call() throws Exception {
    try (TemporalService temporal = TemporalService.open(server)) {
      Story story = new Story(spec.commandLine().getOut());
      for (String line : spec.usageMessage().header()) {
        story.say(line);
      }
      story.item("Temporal", temporal);
      run(temporal, story);
    }
    return ExitCode.OK;
  }

  /**
   * The story itself.
   *
   * @throws BadOptionException if an option turns out to be of no use: exit code 2
   * @throws Exception if the story does not end as it should: its reason becomes one line, and the
   *     exit code is 1
   */
  protected abstract void run(TemporalService temporal, Story story) throws Exception;
}
