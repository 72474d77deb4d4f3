package dev.longhaul.processor.diagnostic;

import static dev.longhaul.processor.diagnostic.Wording.error;

/** What can be wrong with names in the annotation. */
public enum NameRule implements Rule {
  /** Attribute. */
  BLANK(
      error(
          "LH040",
          "%1$s is blank",
          "Nobody would find anything under that name",
          "%1$s = \"…\", or leave it out")),
  /** Attribute, text, the text without the space. */
  PADDED(
      error(
          "LH041",
          "%1$s \"%2$s\" has space around it",
          "Names are compared exactly",
          "%1$s = \"%3$s\"")),
  /** None. */
  RESERVED(
      error(
          "LH042",
          "No handler can have the name \"default\"",
          "In configuration handlers.default sets the values of all handlers",
          "name = \"…\" with another name, or leave it out")),
  /** Text, what to write. */
  NOT_A_KEY(
      error(
          "LH043",
          "name \"%1$s\" has a dot or a space",
          "It is a part of keys like handlers.<name>.task-queue, in which these mean something"
              + " else",
          "name = \"%2$s\"")),
  /** Handler, other handler, name, what to write. */
  DUPLICATE_NAME(
      error(
          "LH044",
          "Handlers %1$s and %2$s both have the name \"%3$s\"",
          "It is the key of one handler in configuration, logs and metrics",
          "name = \"%4$s\" here, or another name there")),
  /** Handler, other handler, activity type, task queue. */
  DUPLICATE_TYPE(
      error(
          "LH045",
          "Handlers %1$s and %2$s both handle the activity type \"%3$s\" on the task queue"
              + " \"%4$s\"",
          "A task could go to either",
          "another activityType or taskQueue at one of them"));

  private final Wording wording;

  NameRule(Wording wording) {
    this.wording = wording;
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
