package dev.longhaul.samples.quickstart.activities;

import dev.longhaul.api.FullActivityId;
import dev.longhaul.samples.quickstart.archive.Archive;

/**
 * Where people find what they are to decide: a page, a chat, a terminal. Whoever decides completes
 * the activity with a {@link dev.longhaul.samples.quickstart.workflow.Decision}. Thread-safe.
 */
public interface Desk {
  /** Puts a question on the desk; the same one again is asked once. */
  void ask(FullActivityId activity, Archive archive);

  /** Takes it away; without effect if it is not there. */
  void withdraw(FullActivityId activity);
}
