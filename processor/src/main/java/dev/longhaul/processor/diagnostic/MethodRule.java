package dev.longhaul.processor.diagnostic;

import static dev.longhaul.processor.diagnostic.Wording.error;

/** What can be wrong with any annotated method of a handler. */
public enum MethodRule implements Rule {
  /** Handler, what to write. */
  NO_START(
      error(
          "LH050",
          "Handler %1$s has neither an @OnStart nor an @OnBatch method",
          "There is no work to start",
          "%2$s")),
  /** Handler, role, first method, second method. */
  SEVERAL(
      error(
          "LH051",
          "Handler %1$s has more than one %2$s method: %3$s and %4$s",
          "One handler handles one activity",
          "%4$s, without %2$s; a second activity needs a handler of its own")),
  /** Method, signature. */
  PRIVATE(
      error(
          "LH052",
          "%1$s is private",
          "The generated module, another class of the package, calls it",
          "%2$s, without private")),
  /** Method, signature. */
  OUT_OF_REACH(
      error(
          "LH053",
          "%1$s is inherited from another package and is not public",
          "The generated module, a class of the handler's package, cannot call it",
          "public %2$s")),
  /** Method, signature. */
  STATIC(
      error(
          "LH054",
          "%1$s is static",
          "The state of an attempt is in an instance of the handler",
          "%2$s, without static")),
  /** Method, type parameter. */
  GENERIC(
      error(
          "LH055",
          "%1$s has the type parameter %2$s",
          "Payloads are converted to the types that it names, and no converter knows what %2$s is",
          "an actual type instead of %2$s")),
  /** Method, the parameter as it should be. */
  VARARGS(
      error(
          "LH056",
          "%1$s takes a variable number of arguments",
          "An activity gets each input in a payload of its own, so their number is fixed",
          "%2$s")),
  /** Method, other role. */
  TWO_ROLES(
      error(
          "LH057",
          "%1$s has %2$s as well",
          "These are called at different times",
          "two methods, one with each annotation")),
  /** Handler, overridden method, role, signature. */
  OVERRIDE(
      error(
          "LH058",
          "Handler %1$s overrides the %3$s method %2$s without %3$s",
          "Annotations of methods are not inherited, so it would not be called",
          "@Override %3$s %4$s")),
  /** Method, type. */
  PARAMETER_TWICE(
      error("LH059", "%1$s takes %2$s twice", "There is one for each attempt", "one %2$s")),
  /** Method. */
  CONTEXT_AND_PENDING(
      error(
          "LH060",
          "%1$s takes an ActivityContext and a PendingActivity",
          "They are the same attempt: a PendingActivity is an ActivityContext",
          "PendingActivity alone")),
  /** Method. */
  STOP_NOT_HERE(
      error(
          "LH061",
          "%1$s takes a StopRequest",
          "Only @OnCancel is called because of one",
          "ActivityContext context, and context.stopRequest()")),
  /** Method, the hidden type, its simple name. */
  HIDDEN_TYPE(
      error(
          "LH062",
          "%1$s has a parameter of the type %2$s, which generated code cannot name",
          "The generated module is another class of the handler's package",
          "class %3$s, visible in the package"));

  private final Wording wording;

  MethodRule(Wording wording) {
    this.wording = wording;
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
