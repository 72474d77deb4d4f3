package dev.longhaul.runtime.internal.config;

import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.runtime.internal.config.OptionSetting.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Makes options of what configuration says of a connection, and explains them. */
public final class ConnectionSettings {
  private ConnectionSettings() {}

  /**
   * The options that the sources say, above the built-in ones.
   *
   * @param problems takes what does not go together
   */
  public static ConnectionOptions.Builder configured(Values values, List<String> problems) {
    ConnectionDraft draft = new ConnectionDraft();
    ConnectionTable.ALL.forEach(setting -> setting.apply(values, draft));
    values.headers().forEach((name, found) -> draft.header(name, found.value()));
    return draft.builder(problems);
  }

  /** What is in effect after code has changed what is configured. */
  public static List<Explained> explain(Values values, ConnectionOptions effective) {
    // Allowing it in code must not make the configured options look wrong.
    ConnectionOptions.Builder builder = configured(values, new ArrayList<>());
    if (effective.credentialsOverPlaintext()) {
      builder.allowCredentialsOverPlaintext();
    }
    Stages<ConnectionOptions> stages =
        new Stages<>(
            ConnectionOptions.to(ConnectionDraft.DEFAULT_ADDRESS), builder.build(), effective);
    List<Explained> rows = new ArrayList<>();
    ConnectionTable.ALL.forEach(setting -> rows.add(setting.explain(values, stages)));
    new TreeMap<>(effective.headers())
        .forEach((name, value) -> rows.add(header(name, value, values, stages.configured())));
    return rows;
  }

  private static Explained header(
      String name, String value, Values values, ConnectionOptions configured) {
    Found found = values.headers().get(name);
    boolean same = value.equals(configured.headers().get(name));
    return new Explained(
        ConnectionTable.HEADERS + name,
        "set",
        same && found != null ? found.place() : Explained.CODE);
  }
}
