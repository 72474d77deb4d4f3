package dev.longhaul.processor.diagnostic;

import static dev.longhaul.processor.diagnostic.Wording.error;
import static dev.longhaul.processor.diagnostic.Wording.warning;

/** What can be wrong with a handler class. */
public enum ClassRule implements Rule {
  /** Handler, what it is, simple name. */
  NOT_A_CLASS(
      error(
          "LH001",
          "%1$s is %2$s, and only a class can be a handler",
          "The runtime creates an instance for each attempt",
          "class %3$s")),
  /** Handler, simple name. */
  ABSTRACT(
      error(
          "LH002",
          "Handler %1$s is abstract",
          "The runtime creates an instance for each attempt",
          "class %2$s, without abstract")),
  /** Handler, the private class, its simple name. */
  PRIVATE(
      error(
          "LH003",
          "Generated code cannot name the handler %1$s, since %2$s is private",
          "The module that is generated for it is another class of its package",
          "class %3$s, without private")),
  /** Handler, simple name. */
  INNER(
      error(
          "LH004",
          "Handler %1$s is an inner class",
          "It needs an instance of the class around it, which nobody can give",
          "static class %2$s")),
  /** Handler, type parameter, simple name. */
  GENERIC(
      error(
          "LH005",
          "Handler %1$s has the type parameter %2$s",
          "Guice creates it by its class, which does not say what %2$s is",
          "class %3$s, with an actual type for %2$s; or annotate a class that extends it and gives"
              + " the type")),
  /** Simple name. */
  LOCAL(
      error(
          "LH006",
          "Handler %1$s is declared inside a method",
          "Compilers show such classes to no annotation processor, so it would never be called",
          "static class %1$s, as a member of the class around the method")),
  /** Handler. */
  UNNAMED_PACKAGE(
      error(
          "LH007",
          "Handler %1$s is in the unnamed package",
          "No class in another package could import its module",
          "package com.example;")),
  /** Handler, what to write. */
  NO_CONSTRUCTOR(
      error(
          "LH008",
          "Handler %1$s has no constructor that Guice can use",
          "Guice takes the one with jakarta.inject.Inject, or else one without parameters that is"
              + " not private",
          "%2$s")),
  /** Handler, the constructor. */
  SEVERAL_CONSTRUCTORS(
      error(
          "LH009",
          "Handler %1$s has more than one constructor with @Inject",
          "Guice takes only one",
          "%2$s, without @Inject")),
  /** Handler, simple name of the annotation. */
  OLD_INJECT(
      error(
          "LH010",
          "Handler %1$s uses javax.inject.%2$s",
          "Guice ignores the annotations of javax.inject since version 7",
          "import jakarta.inject.%2$s;")),
  /** Handler, field, its declaration. */
  MUTABLE_SINGLETON(
      warning(
          "LH011",
          "Field %2$s of the @Singleton handler %1$s can change",
          "One instance serves all attempts at the same time, so they would change it for each"
              + " other",
          "private final %3$s; or remove @Singleton, then each attempt has an instance of its"
              + " own"));

  private final Wording wording;

  ClassRule(Wording wording) {
    this.wording = wording;
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
