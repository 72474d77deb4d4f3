package dev.longhaul.samples.externalservice;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.longhaul.api.external.PollOptions;
import dev.longhaul.api.external.PolledJobs;
import java.net.URI;
import java.time.Duration;

/** The handler, and the service that it needs. */
final class ReadingModule extends AbstractModule {
  private final URI service;

  ReadingModule(URI service) {
    this.service = service;
  }

  @Override
  protected void configure() {
    install(new ReadDocumentHandler_AsyncActivityModule());
    bind(OcrClient.class).toInstance(new OcrClient(service));
  }

  @Provides
  PolledJobs<Document, Text> jobs(OcrClient service) {
    return PolledJobs.of(service, PollOptions.every(Duration.ofMillis(500)));
  }
}
