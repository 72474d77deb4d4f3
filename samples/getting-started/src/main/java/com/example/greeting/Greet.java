package com.example.greeting;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import java.util.concurrent.TimeUnit;

/** The workflow's side, with the official SDK alone: its worker, and one workflow. */
public class Greet {
  public static void main(String[] args) {
    String target = System.getenv().getOrDefault("TEMPORAL_ADDRESS", "localhost:7233");
    WorkflowServiceStubs service =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(target).build());
    WorkflowClient client = WorkflowClient.newInstance(service);
    WorkerFactory workers = WorkerFactory.newInstance(client);
    workers
        .newWorker("greeting-workflows")
        .registerWorkflowImplementationTypes(GreetingWorkflowImpl.class);
    workers.start();
    GreetingWorkflow workflow =
        client.newWorkflowStub(
            GreetingWorkflow.class,
            WorkflowOptions.newBuilder().setTaskQueue("greeting-workflows").build());
    System.out.println("The workflow returned: " + workflow.greet(args[0]));
    workers.shutdownNow();
    workers.awaitTermination(10, TimeUnit.SECONDS);
    service.shutdownNow();
  }
}
