package dev.longhaul.samples.approval;

import io.temporal.activity.ActivityInterface;

/** The activity as the workflow calls it; Temporal knows it as {@code ApproveBudget}. */
@ActivityInterface
public interface ApprovalActivities {
  /**
   * Asks a person.
   *
   * @return what was approved, which may be less
   */
  int approveBudget(String purpose, int amount);
}
