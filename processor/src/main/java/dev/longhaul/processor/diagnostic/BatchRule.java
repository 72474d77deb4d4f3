package dev.longhaul.processor.diagnostic;

import static dev.longhaul.processor.diagnostic.Wording.error;
import static dev.longhaul.processor.diagnostic.Wording.warning;

/** What can be wrong with {@code @OnBatch}. */
public enum BatchRule implements Rule {
  /** Handler, start method, batch method. */
  START_AND_BATCH(
      error(
          "LH110",
          "Handler %1$s has an @OnStart method, %2$s, and an @OnBatch method, %3$s",
          "Its activities are worked on either one by one or several at once",
          "one of them; a second activity needs a handler of its own")),
  /** Method, what it takes, what to write. */
  NOT_ITEMS(
      error(
          "LH111",
          "%1$s takes %2$s",
          "It is called for several activities, which come as one list of items",
          "%3$s")),
  /** Method, type, what to write. */
  UNKNOWN_INPUT(
      error(
          "LH112",
          "%1$s takes %2$s, which does not say what the input is",
          "The one input of each activity is converted by its type",
          "%3$s, with the type of the input")),
  /** Method, parameter, what to write. */
  OTHER_PARAMETER(
      error(
          "LH113",
          "%1$s takes %2$s besides the items",
          "It is called for several activities at once, and what belongs to one is in its item",
          "%3$s")),
  /** Method, type, what to write. */
  NOT_OUTCOMES(
      error(
          "LH114",
          "%1$s returns %2$s",
          "Each item ends by an outcome of its own, in the order of the items",
          "%3$s")),
  /** Method, signature with a list, items that can complete. */
  NOBODY_COMPLETES(
      error(
          "LH115",
          "%1$s returns nothing, and its items cannot complete by themselves",
          "Nobody could complete the activities",
          "%2$s; or take %3$s, and complete each")),
  /** Method, its result, signature with void, items that cannot complete. */
  OUTCOMES_AND_PENDING(
      error(
          "LH116",
          "%1$s returns %2$s and takes items that complete by themselves",
          "Either could complete the activities, and only one may",
          "%3$s; or take %4$s")),
  /** Attribute, number. */
  NOT_A_COUNT(
      error(
          "LH117",
          "%1$s is %2$s",
          "There is at least one item in a batch, and at least one batch at a time",
          "%1$s = 1, or more; or leave it out")),
  /** Size, attribute of the handler, its value. */
  LARGER_THAN_LIMIT(
      error(
          "LH118",
          "maxSize is %1$s, and %2$s is %3$s",
          "The handler never has more activities at once, so that no batch would be full",
          "maxSize = %3$s, or less; or a larger %2$s")),
  /** Method, type, what to write. */
  ITEM_NOT_HERE(
      error(
          "LH119",
          "%1$s takes %2$s, and the handler has no @OnBatch method",
          "Only activities that come in batches are items",
          "%3$s")),
  /** Method, type, type of the items. */
  ITEM_OF_OTHER_TYPE(
      error(
          "LH120",
          "%1$s takes %2$s",
          "It is called for one of the items of the @OnBatch method, each a %3$s",
          "%3$s")),
  /** Handler, field, its declaration. */
  MUTABLE_FIELD(
      warning(
          "LH121",
          "Field %2$s of the batch handler %1$s can change",
          "One instance serves all batches, and hooks of all items, which may run at the same time",
          "private final %3$s, of a thread-safe type; or, if it is guarded,"
              + " @SuppressWarnings(\"LH121\")"));

  private final Wording wording;

  BatchRule(Wording wording) {
    this.wording = wording;
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
