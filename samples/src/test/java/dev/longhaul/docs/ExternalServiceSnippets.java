package dev.longhaul.docs;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.external.CalledBackJobs;
import dev.longhaul.api.external.ExternalJob;
import dev.longhaul.api.external.JobCallbacks;
import dev.longhaul.api.external.PollOptions;
import dev.longhaul.api.external.PolledJobService;
import dev.longhaul.api.external.PolledJobs;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The code of docs/external-services.md that no sample has. */
final class ExternalServiceSnippets {
  private ExternalServiceSnippets() {}

  record Order(String article) {
    Shipment calling(URI callback) {
      return new Shipment(article, callback);
    }
  }

  record Shipment(String article, URI callback) {}

  record Receipt(String number) {}

  record Callback(String job, boolean delivered, Receipt receipt, String problem) {}

  private static final URI CALLBACKS = URI.create("https://callbacks.example.com/");

  @AsyncActivityHandler(taskQueue = "shipping")
  static final class ShipOrderHandler {
    private final CalledBackJobs<Shipment> jobs;
    private ExternalJob job;

    @Inject
    ShipOrderHandler(CalledBackJobs<Shipment> jobs) {
      this.jobs = jobs;
    }

    @OnStart
    void start(Order order, PendingActivity<Receipt> activity) {
      URI callback = CALLBACKS.resolve(activity.fullActivityId().toText());
      job = jobs.start(order.calling(callback), activity);
    }

    @OnCancel
    CompletionStage<Void> cancel(StopRequest why) {
      return job.stop(why);
    }
  }

  static CompletableFuture<Integer> receive(
      AsyncCompletionClient client, String path, Callback callback) {
    JobCallbacks callbacks = new JobCallbacks(client);
    FullActivityId activity = FullActivityId.parse(path);
    return (callback.delivered()
            ? callbacks.completed(activity, callback.receipt())
            : callbacks.failed(
                activity,
                callback.job(),
                ActivityFailure.ofType("NotDelivered").message(callback.problem())))
        .thenApply(
            answer ->
                switch (answer) {
                  case ACCEPTED -> 204;
                  case NOBODY_WAITS -> 410;
                  case CALL_AGAIN -> 503;
                });
  }

  static ExternalJob alsoPolled(
      PolledJobService<Shipment, Receipt> service,
      Shipment shipment,
      PendingActivity<Receipt> activity) {
    PolledJobs<Shipment, Receipt> jobs =
        PolledJobs.of(service, PollOptions.every(Duration.ofMinutes(10)));
    ExternalJob job = jobs.startReporting(shipment, activity);
    return job;
  }
}
