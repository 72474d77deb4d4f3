package dev.longhaul.processor.diagnostic;

import static dev.longhaul.processor.diagnostic.Wording.error;
import static dev.longhaul.processor.diagnostic.Wording.warning;

/** What can be wrong with durations, numbers and placeholders in the annotation. */
public enum SettingRule implements Rule {
  /** Attribute, text, what to write. */
  NOT_A_DURATION(
      error(
          "LH020",
          "%1$s \"%2$s\" is not a duration",
          "A duration is a number with a unit (ms, s, m, h or d), several of them from large to"
              + " small, or ISO-8601",
          "%3$s")),
  /** Attribute, text. */
  NO_UNIT(
      error(
          "LH021",
          "%1$s \"%2$s\" has no unit",
          "Without one it could be seconds or minutes",
          "did you mean %1$s = \"%2$ss\"?")),
  /** Attribute, text, what to write. */
  NOT_POSITIVE(
      error("LH022", "%1$s \"%2$s\" is not positive", "Only a positive time can pass", "%3$s")),
  /** Interval, timeout, longest interval. */
  INTERVAL_TOO_LONG(
      error(
          "LH023",
          "heartbeatInterval %1$s is longer than 0.8 of the expectedHeartbeatTimeout %2$s",
          "One late heartbeat would time the activity out",
          "heartbeatInterval = \"%3$s\", or shorter, or \"auto\"")),
  /** Interval. */
  INTERVAL_BELOW_SECOND(
      warning(
          "LH024",
          "heartbeatInterval %1$s is below one second",
          "Each open activity would call the server more than once a second",
          "heartbeatInterval = \"1s\", or longer, or \"auto\"")),
  /** Attribute, number. */
  NOT_A_LIMIT(
      error(
          "LH025",
          "%1$s is %2$s",
          "No count or rate can be that",
          "%1$s = 1, or another positive number; leave it out for no limit")),
  /** Text, mistake, what to write. */
  MALFORMED_PLACEHOLDER(
      error(
          "LH026",
          "taskQueue \"%1$s\" cannot be read: %2$s",
          "A placeholder is replaced at start-up by a system property or an environment variable",
          "%3$s")),
  /** Text, the default, what it leads to, what to write. */
  WRONG_DEFAULT(
      error(
          "LH027",
          "taskQueue \"%1$s\" has the default \"%2$s\", with which the task queue %3$s",
          "Names of task queues are compared exactly",
          "%4$s")),
  /** Attribute, text, what to write. */
  PLACEHOLDER_NOT_HERE(
      error(
          "LH028",
          "%1$s \"%2$s\" has a placeholder",
          "Only taskQueue may have one; the other values are checked when this is compiled",
          "%3$s")),
  /** Text, what to write. */
  LOOKS_LIKE_PLACEHOLDER(
      warning(
          "LH029",
          "taskQueue \"%1$s\" looks like a placeholder and is none",
          "The task queue of exactly that name would be polled",
          "did you mean taskQueue = \"%2$s\"?")),
  /** Attribute, form, what limits that form. */
  LIMIT_OF_OTHER_FORM(
      warning(
          "LH030",
          "%1$s does not limit activities of the %2$s form",
          "The @OnStart method decides the form, and with it what can be limited",
          "%3$s"));

  private final Wording wording;

  SettingRule(Wording wording) {
    this.wording = wording;
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
