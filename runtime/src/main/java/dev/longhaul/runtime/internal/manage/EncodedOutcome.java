package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.OutcomeKind;
import dev.longhaul.api.payload.Bytes;
import org.jspecify.annotations.Nullable;

/** What is reported of an attempt, ready to be sent. */
public sealed interface EncodedOutcome {

  /** Which of the three it is. */
  OutcomeKind kind();

  /** With an encoded result; null sends none. */
  record Completed(@Nullable Bytes result) implements EncodedOutcome {
    @Override
    public OutcomeKind kind() {
      return OutcomeKind.COMPLETED;
    }

    @Override
    public String toString() {
      return "completed";
    }
  }

  /** With an encoded failure. */
  record Failed(Bytes failure) implements EncodedOutcome {
    @Override
    public OutcomeKind kind() {
      return OutcomeKind.FAILED;
    }

    @Override
    public String toString() {
      return "failed";
    }
  }

  /** With encoded details; null sends none. */
  record Canceled(@Nullable Bytes details) implements EncodedOutcome {
    @Override
    public OutcomeKind kind() {
      return OutcomeKind.CANCELED;
    }

    @Override
    public String toString() {
      return "canceled";
    }
  }
}
