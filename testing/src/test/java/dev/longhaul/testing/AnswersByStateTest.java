package dev.longhaul.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.longhaul.proto.enums.v1.WorkflowExecutionStatus;
import dev.longhaul.testing.ActivityTable.Call;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each call is answered in each state, by the current token, by id, by an old token. */
class AnswersByStateTest {
  private static final String TABLE =
      """
      STARTED                      | OK OK NF | OK OK NF | OK OK NF | IA IA NF
      STARTED_CANCEL_REQUESTED     | OK OK NF | OK OK NF | OK OK NF | OK OK NF
      STARTED_PAUSED               | OK OK NF | OK OK NF | OK OK NF | IA IA NF
      STARTED_PAUSED_AND_CANCELLED | OK OK NF | OK OK NF | OK OK NF | OK OK NF
      STARTED_RESET_AFTER_FIRST    | NF OK OK | NF OK OK | NF OK OK | NF IA IA
      BACKING_OFF                  | NF NF NF | NF OK NF | NF NF NF | NF NF NF
      QUEUED                       | NF NF NF | NF OK NF | NF NF NF | NF NF NF
      PAUSED_NOT_STARTED           | NF NF NF | NF OK NF | NF NF NF | NF NF NF
      CLOSED                       | NF NF NF | NF NF NF | NF NF NF | NF NF NF
      WORKFLOW_CLOSED              | NF NF NF | NF NF NF | NF NF NF | NF NF NF
      WORKFLOW_UNKNOWN             | NF NF NF | NF NF NF | NF NF NF | NF NF NF
      """;

  private final FakeTemporalService service = FakeTemporalService.start();
  private final Worker worker = new Worker(service);

  @AfterEach
  void close() {
    service.close();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @MethodSource("rows")
  void call_isAnsweredAsTheTableSays(Given given, Call call, List<String> answers) {
    assertThat(List.of(byCurrentToken(given, call), byId(given, call), byOldToken(given, call)))
        .isEqualTo(answers);
  }

  private String byCurrentToken(Given given, Call call) {
    Situation now = arrange(given);
    return shortened(() -> worker.byToken(call, now.token));
  }

  private String byId(Given given, Call call) {
    Situation now = arrange(given);
    return shortened(() -> worker.byId(call, now.workflowId, now.runId, now.activityId));
  }

  private String byOldToken(Given given, Call call) {
    Situation now = arrange(given);
    return shortened(() -> worker.byToken(call, now.oldToken));
  }

  /** An activity whose first attempt timed out; the second one was brought to the given state. */
  private Situation arrange(Given given) {
    String queue = UUID.randomUUID().toString();
    FakeActivity activity = service.schedule(ActivitySpec.of("Type", queue).workflowId(queue));
    ByteString first = worker.pollToken(queue);
    activity.timeOut(1);
    activity.endBackoff();
    ByteString second = worker.pollToken(queue);
    switch (given) {
      case STARTED, WORKFLOW_UNKNOWN -> {}
      case STARTED_CANCEL_REQUESTED -> activity.requestCancel();
      case STARTED_PAUSED -> activity.pause();
      case STARTED_PAUSED_AND_CANCELLED -> {
        activity.pause();
        activity.requestCancel();
      }
      case STARTED_RESET_AFTER_FIRST -> activity.reset();
      case BACKING_OFF -> activity.timeOut(2);
      case QUEUED -> {
        activity.timeOut(2);
        activity.endBackoff();
      }
      case PAUSED_NOT_STARTED -> {
        activity.timeOut(2);
        activity.pause();
      }
      case CLOSED -> worker.byToken(Call.COMPLETE, second);
      case WORKFLOW_CLOSED ->
          activity.closeWorkflow(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED);
    }
    Situation situation =
        new Situation(
            second, first, activity.workflowId(), activity.runId(), activity.activityId());
    return given == Given.WORKFLOW_UNKNOWN ? situation.inAnotherRun() : situation;
  }

  private static String shortened(Runnable call) {
    String outcome = Worker.outcomeOf(call);
    return switch (outcome) {
      case "NOT_FOUND NotFoundFailure" -> "NF";
      case "INVALID_ARGUMENT" -> "IA";
      default -> outcome;
    };
  }

  static Stream<Arguments> rows() {
    return TABLE.lines().flatMap(AnswersByStateTest::row);
  }

  private static Stream<Arguments> row(String line) {
    String[] cells = line.split(" *\\| *", -1);
    Given given = Given.valueOf(cells[0]);
    return Stream.of(
        Arguments.of(given, Call.HEARTBEAT, answers(cells[1])),
        Arguments.of(given, Call.COMPLETE, answers(cells[2])),
        Arguments.of(given, Call.FAIL, answers(cells[3])),
        Arguments.of(given, Call.CANCEL, answers(cells[4])));
  }

  private static List<String> answers(String cell) {
    return List.of(cell.split(" ", -1));
  }

  enum Given {
    STARTED,
    STARTED_CANCEL_REQUESTED,
    STARTED_PAUSED,
    STARTED_PAUSED_AND_CANCELLED,
    STARTED_RESET_AFTER_FIRST,
    BACKING_OFF,
    QUEUED,
    PAUSED_NOT_STARTED,
    CLOSED,
    WORKFLOW_CLOSED,
    WORKFLOW_UNKNOWN
  }

  private record Situation(
      ByteString token, ByteString oldToken, String workflowId, String runId, String activityId) {
    Situation inAnotherRun() {
      String other = UUID.randomUUID().toString();
      return new Situation(
          moved(token, other), moved(oldToken, other), workflowId, other, activityId);
    }

    private static ByteString moved(ByteString token, String runId) {
      TokenContent content = Objects.requireNonNull(TokenContent.decode(token));
      return new TokenContent(
              content.namespaceId(),
              content.workflowId(),
              runId,
              content.scheduledEventId(),
              content.attempt())
          .encode();
    }
  }
}
