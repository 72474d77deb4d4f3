package dev.longhaul.testing;

import dev.longhaul.proto.failure.v1.Failure;

/**
 * How an activity was closed.
 *
 * @param how such as {@code FAILED NON_RETRYABLE_FAILURE}
 * @param failure what the workflow is told; empty if it did not fail
 */
record Closing(String how, Failure failure) {
  Closing(String how) {
    this(how, Failure.getDefaultInstance());
  }

  @Override
  public String toString() {
    return failure.getMessage().isEmpty() ? how : how + " \"" + failure.getMessage() + '"';
  }
}
