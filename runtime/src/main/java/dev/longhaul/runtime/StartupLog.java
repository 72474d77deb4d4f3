package dev.longhaul.runtime;

import dev.longhaul.api.Durations;
import dev.longhaul.api.options.ApiKey;
import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.api.options.KeepAlive;
import dev.longhaul.api.options.QueueOptions;
import dev.longhaul.api.options.TlsOptions;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.runtime.internal.config.Explanation;
import dev.longhaul.runtime.internal.dispatch.ConfiguredHandler;
import dev.longhaul.runtime.internal.poll.QueuePoller;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a runtime says when it starts. */
final class StartupLog {
  private static final Logger LOG = LoggerFactory.getLogger(LonghaulRuntime.class);

  private StartupLog() {}

  /** The one line that tells how the server is reached, and warnings about what is risky in it. */
  static void connection(Endpoint endpoint, String identity, String protection) {
    LOG.info(
        "Temporal at {}, namespace {}, identity {}, {}{}",
        endpoint.name(),
        endpoint.namespace(),
        identity,
        protection,
        endpoint.options().map(StartupLog::effective).orElse(""));
    endpoint.options().ifPresent(StartupLog::warn);
  }

  private static String effective(ConnectionOptions options) {
    return ", API key "
        + options.apiKey().map(ApiKey::toString).orElse("none")
        + ", headers "
        + new TreeSet<>(options.headers().keySet())
        + ", compression "
        + options.compression()
        + ", keep-alive "
        + options.keepAlive().map(StartupLog::pings).orElse("off")
        + ", connect back-off at most "
        + Durations.format(options.maxConnectBackoff())
        + ", requests up to "
        + options.maxRequestBytes()
        + " bytes, answers up to "
        + options.maxResponseBytes();
  }

  private static String pings(KeepAlive keepAlive) {
    return "every "
        + Durations.format(keepAlive.interval())
        + (keepAlive.whileIdle() ? "" : " of a call");
  }

  private static void warn(ConnectionOptions options) {
    if (!options.effectiveTls().map(TlsOptions::hostVerification).orElse(true)) {
      LOG.warn(
          "THE HOST NAME OF {} IS NOT VERIFIED: anybody whose certificate the TLS roots cover can"
              + " pose as the server and read everything, credentials included. For tests alone",
          options.target());
    }
    if (options.sendsCredentialsInPlaintext()) {
      LOG.warn(
          "CREDENTIALS ARE SENT TO {} UNENCRYPTED, as the settings allow: anybody on the way can"
              + " read them",
          options.target());
    }
  }

  static void queue(QueuePoller poller, QueueOptions options) {
    LOG.info(
        "task queue {} is polled by up to {} polls at once, which wait while a handler or the process"
            + " is at its limit; the server hands out {}",
        poller.taskQueue(),
        poller.pollers(),
        options.maxTasksPerSecond().isPresent()
            ? "at most " + options.maxTasksPerSecond().getAsDouble() + " tasks a second"
            : "tasks without a limit");
  }

  /** What configuration says to no effect. */
  static void warn(List<String> warnings) {
    warnings.forEach(LOG::warn);
  }

  static void say(
      Setup setup, Collection<HandlerBinding<?>> bindings, List<ConfiguredHandler<?>> served) {
    LOG.info(
        "settings, {}:\n{}",
        setup.file().map(file -> "file " + file).orElse("no file"),
        Explanation.table(setup.explain()));
    bindings.stream()
        .sorted(Handlers.BY_NAME)
        .forEach(binding -> say(setup, binding, isServed(binding, served)));
    if (served.isEmpty()) {
      LOG.warn("every handler is disabled, so nothing is polled");
    }
    warn(setup.strangers(bindings));
  }

  private static boolean isServed(HandlerBinding<?> binding, List<ConfiguredHandler<?>> served) {
    return served.stream().anyMatch(handler -> handler.binding() == binding);
  }

  private static void say(Setup setup, HandlerBinding<?> binding, boolean served) {
    LOG.info(
        "{} {} {}, {}:\n{}",
        binding.name(),
        served ? "handles" : "is disabled, and leaves to other processes",
        binding.activityType(),
        binding.isBatch() ? binding.form() + ", in batches" : binding.form(),
        Explanation.table(setup.explain(binding)));
  }
}
