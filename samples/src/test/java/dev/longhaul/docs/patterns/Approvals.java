package dev.longhaul.docs.patterns;

import io.temporal.activity.ActivityInterface;

/** What a person is asked, as workflows call it. */
@ActivityInterface
public interface Approvals {
  /** Asks; returns whether the person approves. */
  boolean approve(String subject);

  /** Reminds the person of the question. */
  void remind(String subject);
}
