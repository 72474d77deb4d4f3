package dev.longhaul.processor.model;

import java.util.List;

/** A call of one method of a handler. */
public record CallModel(String method, boolean returnsVoid, List<Argument> arguments) {
  public CallModel {
    arguments = List.copyOf(arguments);
  }
}
