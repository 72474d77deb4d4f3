package dev.longhaul.processor.model;

import com.palantir.javapoet.TypeName;

/** What the generated code passes for one parameter of a handler's method. */
public sealed interface Argument {

  /** An input of the activity. */
  record Input(int index, String name, TypeName type) implements Argument {}

  /**
   * The items of a batch.
   *
   * @param input the one input of each activity
   * @param item the type of the items
   */
  record Items(String name, TypeName input, TypeName item) implements Argument {}

  /** The item that a hook is called for. */
  record Item(TypeName item) implements Argument {}

  /** The {@code ActivityContext}. */
  record Context() implements Argument {}

  /** The {@code PendingActivity}. */
  record Pending(TypeName result) implements Argument {}

  /** The {@code StopRequest}. */
  record Stop() implements Argument {}
}
