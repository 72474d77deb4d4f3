package dev.longhaul.runtime.internal.config;

import dev.longhaul.api.options.QueueOptions;
import java.util.List;
import java.util.Optional;

/** What configuration says of single task queues. */
public final class QueueSettings {
  private QueueSettings() {}

  /** The settings of this queue. */
  public static QueueOptions configured(Values values, String queue) {
    QueueOptions options = QueueOptions.defaults();
    Optional<Integer> pollers = find(values, queue, QueueTable.POLLERS);
    if (pollers.isPresent()) {
      options = options.pollers(pollers.get());
    }
    Optional<Double> limit = find(values, queue, QueueTable.MAX_TASKS_PER_SECOND);
    return limit.isPresent() ? options.maxTasksPerSecond(limit.get()) : options;
  }

  /** What is in effect after code has changed what is configured. */
  public static List<Explained> explain(Values values, String queue, QueueOptions effective) {
    Optional<Integer> pollers = effective.pollers().stream().boxed().findFirst();
    Optional<Double> limit = effective.maxTasksPerSecond().stream().boxed().findFirst();
    return List.of(
        explain(values, queue, QueueTable.POLLERS, pollers),
        explain(values, queue, QueueTable.MAX_TASKS_PER_SECOND, limit));
  }

  private static <T> Explained explain(
      Values values, String queue, Setting<T> setting, Optional<T> effective) {
    String source =
        effective.equals(find(values, queue, setting))
            ? values
                .find(Group.QUEUES, queue, setting.key())
                .map(Found::place)
                .orElse(Explained.BUILT_IN)
            : Explained.CODE;
    return new Explained(
        Group.QUEUES.key(queue, setting.key()),
        effective.map(setting.kind().format()).orElse(Explained.NONE),
        source);
  }

  private static <T> Optional<T> find(Values values, String queue, Setting<T> setting) {
    return values.find(Group.QUEUES, queue, setting.key()).flatMap(found -> found.read(setting));
  }
}
