package dev.longhaul.samples.quickstart;

import com.google.inject.AbstractModule;
import dev.longhaul.samples.quickstart.archive.ArchiveClient;

/** What the handlers need to be injected. */
final class ArchiveModule extends AbstractModule {
  private final ArchiveClient archives;

  ArchiveModule(ArchiveClient archives) {
    this.archives = archives;
  }

  @Override
  protected void configure() {
    bind(ArchiveClient.class).toInstance(archives);
  }
}
