package dev.longhaul.testing;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What each call is answered in each state of an activity: see {@link StateTable}. */
interface StateSemantics {
  String ANSWERS =
      """
      STARTED                      | OK OK NF | OK OK NF | OK OK NF | IA IA NF
      STARTED_CANCEL_REQUESTED     | OK OK NF | OK OK NF | OK OK NF | OK OK NF
      STARTED_PAUSED               | OK OK NF | OK OK NF | OK OK NF | IA IA NF
      STARTED_PAUSED_AND_CANCELLED | OK OK NF | OK OK NF | OK OK NF | OK OK NF
      STARTED_RESET                | NF OK OK | NF OK OK | NF OK OK | NF IA IA
      BACKING_OFF                  | NF NF NF | NF OK NF | NF NF NF | NF NF NF
      QUEUED                       | NF NF NF | NF OK NF | NF NF NF | NF NF NF
      PAUSED                       | NF NF NF | NF OK NF | NF NF NF | NF NF NF
      CLOSED                       | NF NF NF | NF NF NF | NF NF NF | NF NF NF
      RUN_COMPLETED                | NF NF NF | NF NF NF | NF NF NF | NF NF NF
      RUN_TERMINATED               | NF NF NF | NF NF NF | NF NF NF | NF NF NF
      RUN_CONTINUED_AS_NEW         | NF NF NF | NF NF NF | NF NF NF | NF NF NF
      RUN_RESET                    | NF NF NF | NF NF NF | NF NF NF | NF NF NF
      UNKNOWN_RUN                  | NF NF NF | NF NF NF | NF NF NF | NF NF NF
      """;

  String EFFECTS =
      """
      STARTED                      | STARTED 2          | COMPLETED | SCHEDULED 3
      STARTED_CANCEL_REQUESTED     | CANCEL_REQUESTED 2 | COMPLETED | FAILED CANCEL_REQUESTED | CANCELED
      STARTED_PAUSED               | PAUSE_REQUESTED 2  | COMPLETED | PAUSED 3
      STARTED_PAUSED_AND_CANCELLED | CANCEL_REQUESTED 2 | COMPLETED | FAILED CANCEL_REQUESTED | CANCELED
      STARTED_RESET                | STARTED 1          | COMPLETED | SCHEDULED 2
      BACKING_OFF                  | | COMPLETED
      QUEUED                       | | COMPLETED
      PAUSED                       | | COMPLETED
      """;

  // The reset of a running attempt takes effect after its end.
  String STANDALONE_ANSWERS =
      """
      STARTED                      | OK OK NF | OK OK NF | OK OK NF | IA IA NF
      STARTED_CANCEL_REQUESTED     | OK OK NF | OK OK NF | OK OK NF | OK OK NF
      STARTED_PAUSED               | OK OK NF | OK OK NF | OK OK NF | IA IA NF
      STARTED_PAUSED_AND_CANCELLED | OK OK NF | OK OK NF | OK OK NF | OK OK NF
      STARTED_RESET                | OK OK NF | OK OK NF | OK OK NF | IA IA NF
      BACKING_OFF                  | NF NF NF | NF OK NF | NF NF NF | NF NF NF
      QUEUED                       | NF NF NF | NF OK NF | NF NF NF | NF NF NF
      PAUSED                       | NF NF NF | NF OK NF | NF NF NF | NF NF NF
      CLOSED                       | NF NF NF | NF FP NF | NF NF NF | NF NF NF
      RUN_TERMINATED               | NF NF NF | NF FP NF | NF NF NF | NF NF NF
      UNKNOWN_RUN                  | NF NF NF | NF NF NF | NF NF NF | NF NF NF
      """;

  String STANDALONE_EFFECTS =
      """
      STARTED                      | STARTED 2          | COMPLETED | SCHEDULED 3
      STARTED_CANCEL_REQUESTED     | CANCEL_REQUESTED 2 | COMPLETED | FAILED CANCEL_REQUESTED | CANCELED
      STARTED_PAUSED               | PAUSE_REQUESTED 2  | COMPLETED | PAUSED 3
      STARTED_PAUSED_AND_CANCELLED | CANCEL_REQUESTED 2 | COMPLETED | FAILED CANCEL_REQUESTED | CANCELED
      STARTED_RESET                | STARTED 2          | COMPLETED | SCHEDULED 1
      BACKING_OFF                  | | COMPLETED
      QUEUED                       | | COMPLETED
      PAUSED                       | | COMPLETED
      """;

  TestedServer server();

  @TestFactory
  default Stream<DynamicTest> answersByState() {
    return new StateTable(server(), Kind.WORKFLOWS, ANSWERS, EFFECTS).tests();
  }

  @TestFactory
  default Stream<DynamicTest> answersByStateOfStandaloneActivities() {
    return new StateTable(server(), Kind.STANDALONE, STANDALONE_ANSWERS, STANDALONE_EFFECTS)
        .tests();
  }
}
