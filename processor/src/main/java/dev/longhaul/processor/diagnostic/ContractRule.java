package dev.longhaul.processor.diagnostic;

import static dev.longhaul.processor.diagnostic.Wording.error;

/** What can be wrong between a handler and the interface that workflows call. */
public enum ContractRule implements Rule {
  /** Type. */
  NOT_AN_INTERFACE(
      error(
          "LH090",
          "contract %1$s is no interface",
          "Workflows call activities through interfaces",
          "contract = the interface that declares the activity, or leave it out")),
  /** Contract, its parameters, simple name. */
  GENERIC(
      error(
          "LH091",
          "contract %1$s has the type parameters %2$s",
          "Without them nobody knows what its methods take and return",
          "contract = an interface that gives them: interface My%3$s extends %3$s<…>")),
  /** Contract, activity type, what to write. */
  NOT_IN_CONTRACT(
      error(
          "LH092",
          "contract %1$s has no method for the activity type \"%2$s\"",
          "Workflows call the methods of %1$s, so this handler would never be called",
          "%3$s")),
  /** Method, the method of the contract, what does not match, expected signature. */
  MISMATCH(
      error(
          "LH093",
          "%1$s does not match %2$s: %3$s",
          "Workflows call %2$s, and what they send and expect is converted by its types",
          "%4$s"));

  private final Wording wording;

  ContractRule(Wording wording) {
    this.wording = wording;
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
