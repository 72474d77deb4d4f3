package dev.longhaul.samples.modular.mail;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;

/** Refuses addresses that are none. It needs nothing, so that discovering it is enough. */
@AsyncActivityHandler
final class CheckAddressHandler {

  @OnStart
  void start(String recipient) {
    if (!recipient.contains("@")) {
      throw ActivityFailure.ofType("InvalidAddress")
          .message("\"" + recipient + "\" is no address: there is no @ in it")
          .nonRetryable()
          .toException();
    }
  }
}
