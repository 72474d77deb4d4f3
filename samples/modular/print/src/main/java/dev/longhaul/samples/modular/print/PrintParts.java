package dev.longhaul.samples.modular.print;

import com.google.inject.AbstractModule;
import java.net.URI;

/**
 * What {@link PrintLetterHandler} is injected with. Nobody here knows that another jar binds a
 * {@code URI}, too.
 */
public final class PrintParts extends AbstractModule {
  @Override
  protected void configure() {
    bind(URI.class).toInstance(URI.create("ipp://printer.example.org"));
    bind(Printer.class);
  }
}
