package dev.longhaul.samples.quickstart.screen;

import dev.longhaul.samples.quickstart.story.ActivityRecord;
import dev.longhaul.samples.quickstart.story.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Display;
import org.jspecify.annotations.Nullable;

/**
 * A bar for each activity, updated in place below the lines that are said. Thread-safe: whoever
 * draws has the lock, since two who write to a terminal at once leave nonsense there.
 */
final class Bars implements Screen {
  private static final Size USUAL_SIZE = Size.of(80, 24);

  private final Terminal terminal;
  private final Screen lines;
  private final Display display;
  private final Bar bar;
  private final Map<String, Optional<ActivityRecord>> activities = new LinkedHashMap<>();
  private @Nullable String question;
  private boolean settled;

  Bars(Terminal terminal, Screen lines, List<String> activities) {
    this.terminal = terminal;
    this.lines = lines;
    this.display = new Display(terminal, false);
    this.bar = Bar.in(terminal.encoding());
    activities.forEach(type -> this.activities.put(type, Optional.empty()));
  }

  @Override
  public synchronized void say(String line) {
    draw(
        () -> {
          display.update(List.of(), 0);
          terminal.writer().println(line);
          display.reset();
          drawRows();
        });
    if (settled) {
      lines.say(line);
    }
  }

  @Override
  public synchronized void changed(ActivityRecord activity, Change change) {
    activities.put(activity.type(), Optional.of(activity));
    if (settled) {
      lines.changed(activity, change);
    } else if (isWorthALine(activity, change)) {
      say(Sentence.of(activity, change).asRemark());
    } else {
      draw(this::drawRows);
    }
  }

  @Override
  public synchronized void ask(String newQuestion) {
    question = newQuestion;
    draw(this::drawRows);
  }

  @Override
  public synchronized void answered() {
    question = null;
    draw(this::drawRows);
  }

  @Override
  public synchronized void settle() {
    if (!settled) {
      settled = true;
      lines.say(""); // the cursor stands behind the last bar
    }
  }

  private static boolean isWorthALine(ActivityRecord activity, Change change) {
    return change == Change.ATTEMPT_FAILED
        || (change == Change.HEARTBEAT && activity.lastResumption().isPresent());
  }

  private void draw(Runnable drawing) {
    if (settled) {
      return;
    }
    try {
      drawing.run();
    } catch (IllegalStateException e) {
      settle(); // at Ctrl-C the library closes the terminal, perhaps before anybody settled this
    }
  }

  private void drawRows() {
    Size size = size();
    display.resize(size);
    List<AttributedString> rows = new ArrayList<>();
    activities.forEach((type, activity) -> rows.add(row(bar.of(type, activity), size)));
    if (question != null) {
      rows.add(row(new AttributedString(question, AttributedStyle.BOLD), size));
    }
    int end = rows.get(rows.size() - 1).columnLength();
    display.update(withLineBreaks(rows), size.cursorPos(rows.size() - 1, end));
  }

  /** A terminal that does not know its size says that it has none. */
  private Size size() {
    Size size = terminal.getSize();
    return size.getColumns() > 0 ? size : USUAL_SIZE;
  }

  private static List<AttributedString> withLineBreaks(List<AttributedString> rows) {
    List<AttributedString> broken = new ArrayList<>();
    for (AttributedString row : rows.subList(0, rows.size() - 1)) {
      broken.add(new AttributedStringBuilder().append(row).append('\n').toAttributedString());
    }
    broken.add(rows.get(rows.size() - 1));
    return broken;
  }

  /** Not wider than the terminal, so that it stays one row. */
  private static AttributedString row(AttributedString text, Size size) {
    return text.columnSubSequence(0, size.getColumns() - 1);
  }
}
