package dev.longhaul.samples.modular.mail;

import com.google.inject.AbstractModule;
import java.net.URI;

/**
 * What {@link SendMailHandler} is injected with. It binds a type as common as {@code URI}, without
 * any annotation, and so is to be installed by {@code AsyncActivities.isolated}.
 */
public final class MailParts extends AbstractModule {
  @Override
  protected void configure() {
    bind(URI.class).toInstance(URI.create("smtp://mail.example.org"));
    bind(MailServer.class);
  }
}
