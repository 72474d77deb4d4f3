package dev.longhaul.benchmarks.tasks;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionClient;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The official Java SDK's activity worker, without compression and metrics. In the external form
 * its activities are completed through its completion client. Immutable.
 */
record SdkWorker(Form form, SdkSettings settings) implements Worker.Starter {
  private static final String NAMESPACE = "benchmarks";

  /** Reporting blocks, so that it takes many threads of the outside. */
  private static final int OUTSIDE_THREADS = 64;

  @Override
  public Worker start(String target) {
    WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(stubsOptions(target));
    WorkflowClient client =
        WorkflowClient.newInstance(
            stubs, WorkflowClientOptions.newBuilder().setNamespace(NAMESPACE).build());
    ExecutorService outside = Executors.newFixedThreadPool(OUTSIDE_THREADS);
    WorkerFactory factory = WorkerFactory.newInstance(client);
    factory
        .newWorker(form.title(), workerOptions())
        .registerActivitiesImplementations(activity(client, outside));
    factory.start();
    return () -> {
      factory.shutdownNow();
      factory.awaitTermination(10, TimeUnit.SECONDS);
      stubs.shutdownNow();
      outside.shutdown();
    };
  }

  private WorkflowServiceStubsOptions stubsOptions(String target) {
    WorkflowServiceStubsOptions.Builder options =
        WorkflowServiceStubsOptions.newBuilder()
            .setTarget(target)
            .setGrpcCompression(GrpcCompression.NONE);
    if (settings.onNetwork()) {
      options.setChannelInitializer(channel -> channel.directExecutor());
    }
    return options.build();
  }

  private WorkerOptions workerOptions() {
    return WorkerOptions.newBuilder()
        .setMaxConcurrentActivityTaskPollers(settings.pollers())
        .setMaxConcurrentActivityExecutionSize(settings.slots())
        .setUsingVirtualThreads(settings.virtualThreads())
        .build();
  }

  private SdkActivity activity(WorkflowClient client, Executor outside) {
    return switch (form.ofSdk()) {
      case EXTERNAL -> new External(client.newActivityCompletionClient(), outside);
      default -> Video::done;
    };
  }

  private record External(ActivityCompletionClient client, Executor outside)
      implements SdkActivity {
    @Override
    public Video transcode(Video video) {
      ActivityExecutionContext context = Activity.getExecutionContext();
      byte[] token = context.getTaskToken();
      context.doNotCompleteOnReturn();
      outside.execute(() -> client.complete(token, video.done()));
      return video; // is not sent
    }
  }
}
