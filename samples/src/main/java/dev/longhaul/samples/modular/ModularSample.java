package dev.longhaul.samples.modular;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.HandlerIndex;
import dev.longhaul.runtime.AsyncActivities;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.samples.common.Names;
import dev.longhaul.samples.common.Sample;
import dev.longhaul.samples.common.Story;
import dev.longhaul.samples.common.TemporalService;
import dev.longhaul.samples.common.WorkflowSide;
import dev.longhaul.samples.modular.mail.MailParts;
import dev.longhaul.samples.modular.mail.SendMailHandler;
import dev.longhaul.samples.modular.mail.SendMailHandler_AsyncActivityModule;
import dev.longhaul.samples.modular.print.PrintLetterHandler;
import dev.longhaul.samples.modular.print.PrintLetterHandler_AsyncActivityModule;
import dev.longhaul.samples.modular.print.PrintParts;
import java.net.URI;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Installs the handlers of two jars, and shows that their private parts do not meet. */
@Command(
    name = "modular",
    header = "Handlers in two jars, with private parts of the same type, serve in one runtime.")
public final class ModularSample extends Sample {
  private static final String JARS = ModularSample.class.getPackageName() + ".";

  @Parameters(
      arity = "0..1",
      paramLabel = "ADDRESS",
      defaultValue = "ann@example.org",
      description = "Who gets the mail; ${DEFAULT-VALUE} by default.")
  private String recipient = "";

  @Override
  protected void run(TemporalService temporal, Story story) {
    indexes()
        .filter(ModularSample::isOfTheJars)
        .forEach(index -> story.item("index", describe(index)));
    String id = Names.unique("modular");
    Injector injector = injector(temporal.longhaul(id));
    if (injector.getExistingBinding(Key.get(URI.class)) != null) {
      throw new IllegalStateException("a private part can be seen outside");
    }
    story.item("URI", "one within each jar's parts, none outside");
    try (WorkflowSide workflows =
            WorkflowSide.start(temporal, id + "-workflows", DeliveryWorkflowImpl.class);
        LonghaulRuntime runtime = injector.getInstance(LonghaulRuntime.class)) {
      runtime.start();
      DeliveryWorkflow workflow = workflows.workflow(DeliveryWorkflow.class, id);
      workflow.deliver(recipient, "Hello", id).forEach(story::tell);
    }
  }

  private static Injector injector(LonghaulModule longhaul) {
    return Guice.createInjector(
        longhaul,
        AsyncActivities.discover()
            .except(SendMailHandler.class, PrintLetterHandler.class)
            .except(handlersOfOtherSamples()),
        AsyncActivities.isolated(new MailParts(), new SendMailHandler_AsyncActivityModule()),
        AsyncActivities.isolated(new PrintParts(), new PrintLetterHandler_AsyncActivityModule()));
  }

  /** An application has no such: all samples are one, and each of them has its own handlers. */
  private static Class<?>[] handlersOfOtherSamples() {
    return indexes()
        .filter(index -> !isOfTheJars(index))
        .flatMap(index -> index.modules().stream())
        .map(AsyncActivityModule::handlerType)
        .toArray(Class<?>[]::new);
  }

  private static Stream<HandlerIndex> indexes() {
    return ServiceLoader.load(HandlerIndex.class).stream().map(ServiceLoader.Provider::get);
  }

  private static boolean isOfTheJars(HandlerIndex index) {
    return index.getClass().getName().startsWith(JARS);
  }

  private static String describe(HandlerIndex index) {
    List<String> handlers =
        index.modules().stream().map(module -> module.handlerType().getSimpleName()).toList();
    return index.getClass().getPackageName() + ": " + String.join(", ", handlers);
  }
}
