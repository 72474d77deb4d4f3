package dev.longhaul.testing;

import dev.longhaul.proto.common.v1.WorkflowExecution;
import dev.longhaul.proto.workflowservice.v1.DescribeNamespaceRequest;
import dev.longhaul.proto.workflowservice.v1.DescribeWorkflowExecutionRequest;
import dev.longhaul.proto.workflowservice.v1.GetSystemInfoRequest;
import dev.longhaul.testing.TestedActivity.Ending;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the server tells about itself, its namespaces and its workflows. */
interface DescribeSemantics {
  TestedServer server();

  @TestFactory
  default Stream<DynamicTest> capabilities() {
    return Stream.of(
        Row.test(
            "GetSystemInfo",
            "OK; server_version: \"1.32.0\"; internal_error_differentiation: true;"
                + " activity_failure_include_heartbeat: true; encoded_failure_attributes: true",
            () -> Worker.answerOf(() -> worker().call(GetSystemInfoRequest.getDefaultInstance()))),
        namespace(
            "the default one",
            "OK; NAMESPACE_STATE_REGISTERED; blob_size_limit_error: 2097152;"
                + " standalone_activities: true; worker_poll_complete_on_shutdown: true",
            () -> DescribeNamespaceRequest.newBuilder().setNamespace("default")));
  }

  @TestFactory
  default Stream<DynamicTest> namespaces() {
    return Stream.of(
        namespace(
            "neither name nor id",
            "INVALID_ARGUMENT; Namespace not set on request.",
            DescribeNamespaceRequest::newBuilder),
        namespace(
            "an unknown name",
            "NOT_FOUND NamespaceNotFoundFailure",
            () -> DescribeNamespaceRequest.newBuilder().setNamespace("nowhere")),
        namespace(
            "a long name",
            "INVALID_ARGUMENT; Namespace length exceeds limit.",
            () -> DescribeNamespaceRequest.newBuilder().setNamespace("x".repeat(1001))),
        namespace(
            "an unknown id",
            "NOT_FOUND NamespaceNotFoundFailure",
            () -> DescribeNamespaceRequest.newBuilder().setId(UUID.randomUUID().toString())),
        namespace(
            "the id of a deleted one",
            "OK; NAMESPACE_STATE_DELETED",
            () -> DescribeNamespaceRequest.newBuilder().setId(server().deletedNamespace())),
        namespace(
            "the name that a deleted one had",
            "NOT_FOUND NamespaceNotFoundFailure",
            () -> {
              server().deletedNamespace();
              return DescribeNamespaceRequest.newBuilder().setNamespace("deleted");
            }));
  }

  @TestFactory
  default Stream<DynamicTest> workflows() {
    return Stream.of(
        workflow("no namespace", "INVALID_ARGUMENT; Namespace is empty.", "", "w", ""),
        workflow("an unknown namespace", "NOT_FOUND NamespaceNotFoundFailure", "nowhere", "w", ""),
        workflow("no id", "INVALID_ARGUMENT; WorkflowId is not set on request.", "default", "", ""),
        workflow("an unknown id", "NOT_FOUND NotFoundFailure", "default", "nobody", ""),
        workflow(
            "a run id that is no UUID", "INVALID_ARGUMENT; Invalid RunId.", "default", "w", "run"),
        Row.test(
            "DescribeWorkflowExecution, an unknown run",
            "NOT_FOUND NotFoundFailure",
            () ->
                described(
                    "default",
                    Running.of(server()).activity().workflowId(),
                    UUID.randomUUID().toString())),
        Row.test(
            "DescribeWorkflowExecution, a running activity",
            "OK; WORKFLOW_EXECUTION_STATUS_RUNNING; PENDING_ACTIVITY_STATE_STARTED; attempt: 1",
            () -> described(Running.of(server()).activity())),
        Row.test(
            "DescribeWorkflowExecution, an activity that is completed",
            "OK; WORKFLOW_EXECUTION_STATUS_RUNNING; no activities",
            () -> {
              Running now = Running.of(server());
              now.worker().complete(now.token(), Worker.payloads("done"));
              return described(now.activity());
            }),
        ended(Ending.COMPLETED, "COMPLETED"),
        ended(Ending.TERMINATED, "TERMINATED"),
        ended(Ending.CONTINUED_AS_NEW, "CONTINUED_AS_NEW"),
        ended(Ending.RESET, "TERMINATED"));
  }

  // The activity is still listed as it was left.
  private DynamicTest ended(Ending how, String status) {
    return Row.test(
        "DescribeWorkflowExecution, a running activity of a run that was " + how,
        "OK; WORKFLOW_EXECUTION_STATUS_" + status + "; PENDING_ACTIVITY_STATE_STARTED",
        () -> {
          TestedActivity activity = Running.of(server()).activity();
          activity.end(how);
          return described(activity);
        });
  }

  private DynamicTest namespace(
      String what, String expected, Supplier<DescribeNamespaceRequest.Builder> request) {
    return Row.test(
        "DescribeNamespace, " + what,
        expected,
        () -> Worker.answerOf(() -> worker().call(request.get().build())));
  }

  private DynamicTest workflow(
      String what, String expected, String namespace, String workflowId, String runId) {
    return Row.test(
        "DescribeWorkflowExecution, " + what,
        expected,
        () -> described(namespace, workflowId, runId));
  }

  private String described(TestedActivity activity) {
    String answer = described("default", activity.workflowId(), activity.runId());
    return answer.contains("pending_activities") ? answer : answer + "; no activities";
  }

  private String described(String namespace, String workflowId, String runId) {
    DescribeWorkflowExecutionRequest request =
        DescribeWorkflowExecutionRequest.newBuilder()
            .setNamespace(namespace)
            .setExecution(WorkflowExecution.newBuilder().setWorkflowId(workflowId).setRunId(runId))
            .build();
    return Worker.answerOf(() -> worker().call(request));
  }

  private Worker worker() {
    return new Worker(server().channel());
  }
}
