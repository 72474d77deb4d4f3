package dev.longhaul.samples.approval;

import dev.longhaul.api.FullActivityId;
import java.util.List;

/** What the sample says by itself, as if it were the person. */
enum Answer {
  APPROVE,
  REJECT,
  /** Approves when nobody waits for it any more. */
  LATE,
  /** Nothing. */
  NONE;

  private static final int APPROVED = 250;

  /** The command that says it. */
  List<String> about(FullActivityId activity, LonghaulCommand longhaul) {
    return this == REJECT
        ? longhaul.reject(activity, "no budget left")
        : longhaul.approve(activity, APPROVED);
  }
}
