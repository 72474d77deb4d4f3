package dev.longhaul.testing;

import io.grpc.StatusRuntimeException;

/** What happens to a call on its way to the fake service and back. */
@FunctionalInterface
interface Fault {
  /** Nothing: the service acts, the answer arrives. */
  Fault NONE = ServedCall::applyAndAnswer;

  Fault LOSE_REQUEST = call -> {};

  Fault LOSE_ANSWER = call -> call.apply(() -> {});

  void befall(ServedCall<?> call);

  static Fault refuse(StatusRuntimeException error) {
    return call -> call.refuse(error);
  }

  /** The service acts, but the caller sees an error. */
  static Fault replaceAnswer(StatusRuntimeException error) {
    return call -> call.apply(() -> call.refuse(error));
  }

  static Fault delayRequest(Gate gate) {
    return call -> gate.whenOpen(call::applyAndAnswer);
  }

  static Fault delayAnswer(Gate gate) {
    return call -> call.applyAndAnswer(gate);
  }
}
