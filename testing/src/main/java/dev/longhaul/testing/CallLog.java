package dev.longhaul.testing;

import java.util.ArrayList;
import java.util.List;

/** All calls in the order of their arrival. Used under the service's lock. */
final class CallLog {
  private final List<RecordedCall> calls = new ArrayList<>();

  void add(RecordedCall call) {
    calls.add(call);
  }

  List<RecordedCall> of(Rpc rpc) {
    return calls.stream().filter(call -> call.rpc() == rpc).toList();
  }
}
