package dev.longhaul.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * From {@link #open} on, until it is closed, an error that is logged is a bug; all else is not
 * logged.
 */
final class ErrorLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.longhaul");
  private final Level before = logger.getLevel();
  private final Rules rules;

  ErrorLog(Rules rules) {
    this.rules = rules;
  }

  void open() {
    start();
    logger.addAppender(this);
    logger.setAdditive(false);
    logger.setLevel(Level.ERROR);
  }

  @Override
  protected void append(ILoggingEvent event) {
    String trace =
        event.getThrowableProxy() == null
            ? ""
            : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
    rules.broken(Rule.NO_BUG, "the log", event.getFormattedMessage() + trace);
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    logger.setAdditive(true);
    logger.setLevel(before);
  }
}
