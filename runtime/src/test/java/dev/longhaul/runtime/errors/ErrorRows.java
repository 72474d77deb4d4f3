package dev.longhaul.runtime.errors;

import static dev.longhaul.runtime.errors.Call.CANCEL;
import static dev.longhaul.runtime.errors.Call.COMPLETE;
import static dev.longhaul.runtime.errors.Call.FAIL;
import static dev.longhaul.runtime.errors.Call.HEARTBEAT;
import static dev.longhaul.runtime.errors.ErrorRow.ACCEPTED;
import static dev.longhaul.runtime.errors.ErrorRow.when;

import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.TaskToken;
import dev.longhaul.proto.enums.v1.ResourceExhaustedCause;
import dev.longhaul.proto.enums.v1.ResourceExhaustedScope;
import dev.longhaul.proto.enums.v1.WorkflowExecutionStatus;
import dev.longhaul.proto.errordetails.v1.NamespaceNotActiveFailure;
import dev.longhaul.runtime.errors.Call.By;
import dev.longhaul.testing.ActivitySpec;
import dev.longhaul.testing.FakeActivity;
import dev.longhaul.testing.FakeTemporalService;
import dev.longhaul.testing.Refusals;
import dev.longhaul.testing.Rpc;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;

/** The table of which call gives which error when. */
final class ErrorRows {
  private static final String NOT_FOUND = "`NOT_FOUND`";
  private static final String INVALID = "`INVALID_ARGUMENT`";
  private static final String PRECONDITION = "`FAILED_PRECONDITION`";
  private static final String NOT_ASKED = "not asked";
  private static final String OTHER = "ActivityCompletionException";
  private static final String GONE = "ActivityNotFoundException";

  private ErrorRows() {}

  static List<ErrorRow> all() {
    return List.of(
        // The activity.
        when("the activity has timed out", NOT_FOUND, GONE, ErrorRows::timeOut),
        when("its workflow is closed", NOT_FOUND, GONE, ErrorRows::closeWorkflow),
        when("its workflow is unknown", NOT_FOUND, GONE, ErrorRows::addressNothing).by(By.IDS),
        when("the token is of an earlier attempt", NOT_FOUND, GONE, Scene::retryOnce).by(By.TOKEN),
        when("a later attempt is running", "OK", ACCEPTED, Scene::retryOnce)
            .of(COMPLETE, FAIL, HEARTBEAT)
            .by(By.IDS),
        when("no attempt is running: queued, or between two", NOT_FOUND, GONE, ErrorRows::backOff)
            .by(By.TOKEN),
        when("no attempt is running: queued, or between two", NOT_FOUND, GONE, ErrorRows::backOff)
            .of(FAIL, CANCEL, HEARTBEAT)
            .by(By.IDS),
        when("no attempt is running: queued, or between two", "OK", ACCEPTED, ErrorRows::backOff)
            .of(COMPLETE)
            .by(By.IDS),
        when(
                "nobody asked to cancel the activity",
                INVALID,
                "CancellationNotRequestedException",
                scene -> {})
            .of(CANCEL),
        when("the workflow asked to cancel the activity", "OK", ACCEPTED, ErrorRows::cancel)
            .of(COMPLETE, FAIL, CANCEL),
        when(
                "the workflow asked to cancel the activity",
                "OK, and says so",
                "ActivityCancelledException",
                ErrorRows::cancel)
            .of(HEARTBEAT),
        when(
                "an operator reset the activity",
                "OK, and says so",
                "ActivityResetException",
                scene -> scene.activity.reset())
            .of(HEARTBEAT),
        when(
                "an operator paused the activity",
                "OK, and says so",
                "ActivityPausedException",
                scene -> scene.activity.pause())
            .of(HEARTBEAT),
        when("a standalone activity is completed", PRECONDITION, GONE, ErrorRows::closedStandalone)
            .of(COMPLETE)
            .by(By.IDS),
        when("standalone activities are switched off", INVALID, OTHER, ErrorRows::noStandalone)
            .by(By.IDS),
        // The reference and the namespace.
        when("the token is damaged", INVALID, "InvalidTaskTokenException", ErrorRows::damage)
            .by(By.TOKEN),
        when(
                "the token is of another namespace",
                INVALID,
                "InvalidTaskTokenException",
                scene -> scene.addressNamespace("other"))
            .by(By.TOKEN),
        when(
                "the ids are of another namespace than the client",
                NOT_ASKED,
                OTHER,
                scene -> scene.addressNamespace("other"))
            .by(By.IDS),
        when("the run id is not a UUID", INVALID, OTHER, ErrorRows::misspellRun).by(By.IDS),
        when(
                "the client's namespace is unknown",
                "`NOT_FOUND`, detail `NamespaceNotFoundFailure`",
                "NamespaceNotFoundException",
                scene -> scene.speakFor("unknown"))
            .by(By.IDS),
        when(
                "the token is of a namespace of another cluster",
                "`NOT_FOUND`, detail `NamespaceNotFoundFailure`",
                "NamespaceNotFoundException",
                ErrorRows::addressAnotherCluster)
            .by(By.TOKEN),
        when(
                "the namespace is deleted",
                INVALID,
                "InvalidTaskTokenException",
                ErrorRows::deleteNamespace)
            .by(By.TOKEN),
        when(
                "the namespace is deleted",
                "`NOT_FOUND`, detail `NamespaceNotFoundFailure`",
                "NamespaceNotFoundException",
                ErrorRows::deleteNamespace)
            .by(By.IDS),
        when(
            "the namespace is active in another cluster",
            PRECONDITION + ", detail `NamespaceNotActiveFailure`",
            OTHER,
            scene -> scene.next().refuse(notActive())),
        // What is sent.
        when(
                "a value is larger than the server stores",
                NOT_ASKED,
                "PayloadTooLargeException",
                scene -> scene.value = new byte[3 * 1024 * 1024])
            .of(COMPLETE, CANCEL, HEARTBEAT),
        when(
                "a failure is larger than the server stores: it loses its details",
                "OK",
                ACCEPTED,
                scene -> scene.value = new byte[3 * 1024 * 1024])
            .of(FAIL),
        when(
            "the request is larger than gRPC takes",
            "`RESOURCE_EXHAUSTED`, about a message's size",
            "PayloadTooLargeException",
            scene ->
                scene
                    .next()
                    .refuse(
                        Status.RESOURCE_EXHAUSTED.withDescription(
                            "grpc: received message larger than max (9 vs. 4)"))),
        when(
            "a value cannot be converted",
            NOT_ASKED,
            "PayloadConversionException",
            scene -> scene.value = new Object()),
        // Rights.
        when(
            "the client may not do this",
            "`PERMISSION_DENIED`",
            OTHER,
            scene -> scene.next().refuse(Refusals.permissionDenied())),
        when(
            "the client is not known",
            "`UNAUTHENTICATED`",
            OTHER,
            scene -> scene.next().refuse(Status.UNAUTHENTICATED)),
        // The server and the way to it.
        when(
                "the server is busy for a moment",
                "`RESOURCE_EXHAUSTED`",
                ACCEPTED,
                ErrorRows::busyOnce)
            .of(COMPLETE, FAIL, HEARTBEAT)
            .again(),
        when(
                "the server is busy for longer than the call's time",
                "`RESOURCE_EXHAUSTED`",
                OTHER,
                scene -> scene.always().refuse(busy()))
            .again(),
        when(
                "the server is out of reach for a moment",
                "`UNAVAILABLE` and the like",
                ACCEPTED,
                scene -> scene.next().refuse(Status.UNAVAILABLE))
            .of(COMPLETE, FAIL, HEARTBEAT)
            .again(),
        when(
                "the server is out of reach for longer than the call's time",
                "`UNAVAILABLE` and the like",
                OTHER,
                scene -> scene.always().refuse(Status.UNAVAILABLE))
            .again()
            .perhaps(),
        when("an answer is lost; the report was applied", NOT_FOUND, GONE, ErrorRows::loseAnswer)
            .of(COMPLETE, FAIL, CANCEL)
            .by(By.TOKEN)
            .again()
            .perhaps(),
        when("an answer is lost; the report was applied", NOT_FOUND, GONE, ErrorRows::loseAnswer)
            .of(COMPLETE)
            .by(By.IDS)
            .again()
            .perhaps(),
        when(
                "an answer is lost; the attempt has ended meanwhile",
                "`UNAVAILABLE` and the like",
                GONE,
                ErrorRows::loseAnswer)
            .of(FAIL, CANCEL)
            .by(By.IDS)
            .perhaps(),
        when(
                "an answer is lost; the activity may not be looked at",
                "`UNAVAILABLE` and the like",
                OTHER,
                ErrorRows::loseAnswerBlindly)
            .of(FAIL, CANCEL)
            .by(By.IDS)
            .perhaps(),
        when(
                "the server breaks",
                "`INTERNAL`",
                OTHER,
                scene -> scene.next().refuse(Status.INTERNAL.withDescription("broken")))
            .perhaps(),
        when(
            "the server does not have the call",
            "`UNIMPLEMENTED`",
            OTHER,
            scene -> scene.next().refuse(Status.UNIMPLEMENTED)),
        when("the client is closed", NOT_ASKED, OTHER, scene -> scene.client.close()));
  }

  private static void timeOut(Scene scene) {
    scene.activity.timeOut(dev.longhaul.proto.enums.v1.TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE);
  }

  private static void closeWorkflow(Scene scene) {
    scene.activity.closeWorkflow(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
  }

  private static void addressNothing(Scene scene) {
    FullActivityId id = scene.ids();
    scene.address(FullActivityId.of(id.namespace(), "unknown", id.runId(), id.activityId()));
  }

  private static void misspellRun(Scene scene) {
    scene.address(scene.ids().withRunId("first"));
  }

  private static void closedStandalone(Scene scene) {
    FakeActivity job =
        scene.service.schedule(ActivitySpec.of("Work", "jobs").standalone().activityId("job"));
    job.requestCancel();
    scene.address(FullActivityId.standalone(FakeTemporalService.NAMESPACE, "job"));
  }

  // A server that has them not takes the empty id for a forgotten one.
  private static void noStandalone(Scene scene) {
    scene.address(FullActivityId.standalone(FakeTemporalService.NAMESPACE, "5"));
    scene
        .service
        .faults()
        .next(Rpc.DESCRIBE_ACTIVITY_EXECUTION)
        .refuse(Status.UNIMPLEMENTED.withDescription("Standalone activity is disabled"));
    scene
        .next()
        .refuse(Status.INVALID_ARGUMENT.withDescription("WorkflowId is not set on request."));
  }

  // It gets another name at once, so that the token's is not the request's any more.
  private static void deleteNamespace(Scene scene) {
    scene.service.deleteNamespace(FakeTemporalService.NAMESPACE);
  }

  private static void backOff(Scene scene) {
    scene.activity.timeOut(1);
  }

  private static void cancel(Scene scene) {
    scene.activity.requestCancel();
  }

  private static void damage(Scene scene) {
    scene.address(TaskToken.of(new byte[] {1, 2, 3}));
  }

  private static void addressAnotherCluster(Scene scene) {
    try (Scene elsewhere = new Scene(COMPLETE, By.TOKEN)) {
      elsewhere.addressNamespace("only-there");
      scene.address(elsewhere.reference);
    }
  }

  private static void busyOnce(Scene scene) {
    scene.next().refuse(busy());
  }

  private static void loseAnswer(Scene scene) {
    scene.activity.requestCancel();
    scene.next().loseAnswer(Status.UNAVAILABLE);
  }

  private static void loseAnswerBlindly(Scene scene) {
    scene
        .service
        .faults()
        .during(() -> true, Rpc.DESCRIBE_WORKFLOW_EXECUTION)
        .refuse(Refusals.permissionDenied());
    loseAnswer(scene);
  }

  private static StatusRuntimeException busy() {
    return Refusals.resourceExhausted(
        ResourceExhaustedCause.RESOURCE_EXHAUSTED_CAUSE_RPS_LIMIT,
        ResourceExhaustedScope.RESOURCE_EXHAUSTED_SCOPE_NAMESPACE);
  }

  private static StatusRuntimeException notActive() {
    return Refusals.withDetail(
        Status.FAILED_PRECONDITION.withDescription("Namespace is active elsewhere."),
        NamespaceNotActiveFailure.newBuilder().setActiveCluster("west").build());
  }
}
