package dev.longhaul.samples.quickstart.screen;

import dev.longhaul.samples.common.Text;
import dev.longhaul.samples.quickstart.story.ActivityRecord;
import dev.longhaul.samples.quickstart.story.ActivityState;
import dev.longhaul.samples.quickstart.story.AttemptRecord;
import dev.longhaul.samples.quickstart.story.HeartbeatRecord;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * How an activity is drawn: its name, a bar, its state and its last heartbeat, in one row.
 *
 * @param done what the finished part consists of
 * @param open what the rest consists of
 */
record Bar(String done, String open) {
  private static final int WIDTH = 24;
  private static final AttributedStyle DIM = AttributedStyle.DEFAULT.faint();

  /** In characters that the encoding has. */
  static Bar in(Charset encoding) {
    return encoding.newEncoder().canEncode("━") ? new Bar("━", "╌") : new Bar("#", ".");
  }

  AttributedString of(String type, Optional<ActivityRecord> activity) {
    AttributedStringBuilder row = new AttributedStringBuilder().append("  %-15s".formatted(type));
    int finished = (int) Math.round(activity.map(Bar::share).orElse(0.0) * WIDTH);
    row.append(done.repeat(finished), activity.map(Bar::style).orElse(DIM));
    row.append(open.repeat(WIDTH - finished), DIM);
    row.append("  ").append(activity.map(Bar::words).orElse("not yet"));
    return row.toAttributedString();
  }

  private static double share(ActivityRecord activity) {
    return activity.state() == ActivityState.COMPLETED
        ? 1
        : activity.lastHeartbeat().map(last -> last.progress().share().orElse(0)).orElse(0.0);
  }

  private static AttributedStyle style(ActivityRecord activity) {
    return AttributedStyle.DEFAULT.foreground(
        switch (activity.state()) {
          case RUNNING -> AttributedStyle.CYAN;
          case SCHEDULED, CANCELLING -> AttributedStyle.YELLOW;
          case COMPLETED -> AttributedStyle.GREEN;
          case FAILED, TIMED_OUT, CANCELLED -> AttributedStyle.RED;
        });
  }

  private static String words(ActivityRecord activity) {
    String text = activity.state() + attempt(activity) + heartbeats(activity);
    return activity.closed() == null
        ? text + activity.lastHeartbeat().map(last -> ": " + last.progress().text()).orElse("")
        : text
            + " after "
            + Text.seconds(Duration.between(activity.scheduled(), activity.closed()));
  }

  private static String attempt(ActivityRecord activity) {
    int attempt = activity.lastAttempt().map(AttemptRecord::number).orElse(1);
    return attempt == 1 ? "" : ", attempt " + attempt;
  }

  private static String heartbeats(ActivityRecord activity) {
    return activity
        .lastHeartbeat()
        .map(HeartbeatRecord::number)
        .map(
            number ->
                activity.state().isOpen()
                    ? ", heartbeat " + number
                    : ", " + Text.count(number, "heartbeat"))
        .orElse("");
  }
}
