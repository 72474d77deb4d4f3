package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.functional.ActivityWorkflow.Call;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** What a run says, and what it never says. */
class LogTest {
  private static final String SECRET = "a secret that nobody may read";
  private static final AtomicReference<byte[]> TOKEN = new AtomicReference<>();

  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.longhaul");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @AsyncActivityHandler(activityType = "Logged")
  @SuppressWarnings("LH084")
  static final class LoggedHandler {
    @OnStart
    void start(String secret, PendingActivity<String> pending) {
      TOKEN.set(pending.taskToken().toByteArray());
      pending.heartbeat(secret);
      pending.complete(secret);
      pending.fail(new IllegalStateException("too late"));
    }
  }

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
    logger.setLevel(Level.TRACE);
  }

  @AfterEach
  void restore() {
    logger.setLevel(Level.DEBUG);
    logger.detachAppender(log);
  }

  @Test
  void run_tellsItsActivitiesByDigest_andNoSecret() {
    longhaul.workflows(ActivityWorkflow.Impl.class);
    longhaul.start(new LogTest_LoggedHandler_AsyncActivityModule());

    assertThat(
            longhaul
                .workflow(ActivityWorkflow.class)
                .run(Call.of("Logged", longhaul.activities(), SECRET)))
        .isEqualTo(SECRET);

    List<String> messages = new ArrayList<>();
    for (ILoggingEvent event : List.copyOf(log.list)) {
      messages.add(event.getFormattedMessage());
    }
    assertThat(messages)
        .anyMatch(message -> message.contains("has the token with digest"))
        .noneMatch(message -> message.contains(SECRET))
        .noneMatch(
            message -> message.contains(new String(TOKEN.get(), StandardCharsets.ISO_8859_1)));
  }
}
