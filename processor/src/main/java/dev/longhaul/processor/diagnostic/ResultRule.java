package dev.longhaul.processor.diagnostic;

import static dev.longhaul.processor.diagnostic.Wording.error;
import static dev.longhaul.processor.diagnostic.Wording.warning;

/** What can be wrong with inputs, results and the way in which an activity completes. */
public enum ResultRule implements Rule {
  /** Method, its result, signature with void. */
  RESULT_AND_PENDING(
      error(
          "LH070",
          "%1$s returns %2$s and takes a PendingActivity",
          "Either could complete the activity, and only one may",
          "%3$s; or leave the PendingActivity out")),
  /** Method, type, what to write. */
  UNKNOWN_RESULT(
      error(
          "LH071",
          "%1$s has %2$s, which does not say what the result is",
          "The result is converted by its type",
          "%3$s, with the type of the result; Void if there is none")),
  /** Method, type, value. */
  FUTURE(
      error(
          "LH072",
          "%1$s returns %2$s, which cannot tell when it is done",
          "Only a CompletionStage can",
          "CompletionStage<%3$s>; or %3$s, and wait for it in the method, which may block")),
  /** Method, outer type, inner type, what to write. */
  NESTED(
      error(
          "LH073",
          "%1$s has %2$s, a result that comes later twice",
          "The activity would complete with a %3$s, which is no value",
          "%4$s")),
  /** Method, what to write. */
  SUSPEND(
      error(
          "LH074",
          "%1$s is a suspend function",
          "It takes a Continuation, which only Kotlin's own callers can give",
          "%2$s, for instance with kotlinx.coroutines.future.future { … }")),
  /** Method, type, value. */
  REACTIVE(
      error(
          "LH075",
          "%1$s has %2$s, which does nothing until somebody subscribes",
          "The runtime waits for stages alone",
          "CompletionStage<%3$s>, for instance with Mono.toFuture()")),
  /** Method, the type, why not, what to write. */
  NOT_CARRIED(
      error(
          "LH076",
          "%1$s has a value of the type %2$s, which no converter can carry",
          "%3$s",
          "%4$s")),
  /** Method, the type, its simple name. */
  INNER_VALUE(
      error(
          "LH077",
          "%1$s has a value of the inner class %2$s, which no converter can carry",
          "An instance of it needs one of the class around it",
          "static class %3$s, or a record")),
  /** Method, signature with a pending activity. */
  VOID_WITH_CONTEXT(
      warning(
          "LH078",
          "%1$s takes an ActivityContext and returns void, so the activity completes when it"
              + " returns, with no result",
          "Work that goes on after that is cut off from its activity",
          "did you mean %2$s? If not, @SuppressWarnings(\"LH078\")"));

  private final Wording wording;

  ResultRule(Wording wording) {
    this.wording = wording;
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
