package dev.longhaul.samples.externalservice;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.external.PolledJob;
import dev.longhaul.api.external.PolledJobs;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/**
 * Has a document read by the service. The job's reference travels in the heartbeat details, so that
 * the next attempt goes on with what this one submitted.
 */
@AsyncActivityHandler(contract = ReadingActivities.class, heartbeatInterval = "1s")
final class ReadDocumentHandler {
  private final PolledJobs<Document, Text> jobs;
  private PolledJob<Text> job; // one handler instance per attempt

  @Inject
  ReadDocumentHandler(PolledJobs<Document, Text> jobs) {
    this.jobs = jobs;
  }

  @OnStart
  CompletionStage<Text> start(Document document, ActivityContext context) {
    job = jobs.start(document, context);
    return job.result();
  }

  @OnCancel
  CompletionStage<Void> cancel(StopRequest why) {
    return job.stop(why);
  }
}
