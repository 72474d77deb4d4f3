package dev.longhaul.samples.modular.mail;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import jakarta.inject.Inject;

/** Sends a mail. Public, so that an application can leave it out of what is discovered. */
@AsyncActivityHandler
public final class SendMailHandler {
  private final MailServer server;

  @Inject
  SendMailHandler(MailServer server) {
    this.server = server;
  }

  @OnStart
  String start(String recipient, String text) {
    return server.send(recipient, text);
  }
}
