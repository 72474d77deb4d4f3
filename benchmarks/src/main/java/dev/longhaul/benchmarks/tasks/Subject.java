package dev.longhaul.benchmarks.tasks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A worker in one form. Immutable.
 *
 * @param worker as in a table
 */
record Subject(Form form, String worker, Worker.Starter starter) {
  static final String LONGHAUL = "Longhaul";

  /** Whether it is Longhaul, with whatever settings. */
  boolean isLonghaul() {
    return worker.startsWith(LONGHAUL);
  }

  /** Longhaul with these numbers of pollers and the Java SDK with these settings, in all forms. */
  static List<Subject> all(List<Integer> pollers, List<SdkSettings> settings) {
    List<Subject> subjects = new ArrayList<>();
    for (Form form : Form.values()) {
      pollers.forEach(count -> subjects.add(longhaul(form, count)));
    }
    Arrays.stream(Form.values())
        .map(Form::ofSdk)
        .distinct()
        .forEach(form -> settings.forEach(given -> subjects.add(sdk(form, given))));
    return subjects;
  }

  private static Subject longhaul(Form form, int pollers) {
    return new Subject(
        form, LONGHAUL + ", " + pollers + " pollers", new LonghaulWorker(form, pollers));
  }

  private static Subject sdk(Form form, SdkSettings settings) {
    return new Subject(form, settings.title(), new SdkWorker(form, settings));
  }
}
