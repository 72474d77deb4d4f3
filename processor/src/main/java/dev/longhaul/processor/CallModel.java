package dev.longhaul.processor;

import java.util.List;

/** A call of one method of a handler. */
record CallModel(String method, boolean returnsVoid, List<Argument> arguments) {
  CallModel {
    arguments = List.copyOf(arguments);
  }
}
