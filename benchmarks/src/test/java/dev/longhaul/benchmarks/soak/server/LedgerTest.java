package dev.longhaul.benchmarks.soak.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.longhaul.benchmarks.soak.server.Irregularity.Kind;
import dev.longhaul.proto.common.v1.Payload;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.proto.enums.v1.RetryState;
import dev.longhaul.proto.enums.v1.TimeoutType;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.testing.ActivityOutcome;
import dev.longhaul.testing.Rpc;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final ByteString FIRST = ByteString.copyFromUtf8("first");
  private static final ByteString SECOND = ByteString.copyFromUtf8("second");
  private static final String ID = "7";

  private long now = 100;
  private Ending ending = Ending.VALUE;
  private final Ledger ledger = new Ledger(() -> now, this::plan);

  @Test
  void attemptWithItsOutcome_isRegular_andCounted() {
    ledger.scheduled();
    ledger.started(ID, 1, FIRST);
    ledger.heartbeat(ID, FIRST);
    ledger.ended(ID, FIRST, completed("7"));
    ledger.closed(ID, completed("7"));
    assertThat(ledger.takeIrregularities()).isEmpty();
    assertThat(ledger.tally()).isEqualTo(new Tally(1, 1, 1, 1, 0, 0, 0, 1, 0));
  }

  @Test
  void timeout_isTold_withTheLastSignOfTheAttempt() {
    ledger.started(ID, 1, FIRST);
    now = 200;
    ledger.heartbeat(ID, FIRST);
    now = 300;
    ledger.ended(ID, FIRST, timedOut(TimeoutType.TIMEOUT_TYPE_HEARTBEAT));
    ledger.started(ID, 2, SECOND);
    now = 400;
    ledger.ended(ID, SECOND, timedOut(TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE));
    assertThat(ledger.takeIrregularities())
        .containsExactly(
            new Irregularity(Kind.SILENT, 7, 1, 100, 200, 300, "timed out"),
            new Irregularity(Kind.UNREPORTED, 7, 2, 300, 300, 400, "timed out"));
    assertThat(ledger.takeIrregularities()).as("told once").isEmpty();
    assertThat(ledger.tally().timedOut()).isEqualTo(2);
  }

  @Test
  void secondOutcome_isTold_whetherByTokenOrByIds() {
    ledger.started(ID, 1, FIRST);
    ledger.ended(ID, FIRST, completed("7"));
    now = 150;
    ledger.refused(Rpc.FAIL, "", FIRST);
    ledger.refused(Rpc.COMPLETE_BY_ID, ID, ByteString.EMPTY);
    assertThat(ledger.takeIrregularities())
        .containsExactly(
            new Irregularity(Kind.REPEATED, 7, 1, 100, 100, 150, "FAIL"),
            new Irregularity(Kind.REPEATED, 7, 1, 100, 100, 150, "COMPLETE_BY_ID"));
  }

  @Test
  void outcomeAfterATimeout_isLate_byIdsAlsoThatOfTheAttemptBefore() {
    ledger.started(ID, 1, FIRST);
    ledger.ended(ID, FIRST, timedOut(TimeoutType.TIMEOUT_TYPE_HEARTBEAT));
    ledger.refused(Rpc.COMPLETE, "", FIRST);
    ledger.started(ID, 2, SECOND);
    ledger.ended(ID, SECOND, completed("7"));
    ledger.refused(Rpc.COMPLETE_BY_ID, ID, ByteString.EMPTY);
    assertThat(ledger.takeIrregularities())
        .extracting(Irregularity::kind)
        .containsOnly(Kind.SILENT);
    assertThat(ledger.tally().late()).isEqualTo(2);
  }

  @Test
  void outcomeThatIsRefusedThoughItsAttemptIsOpen_orOfNoAttempt_isTold() {
    ledger.started(ID, 1, FIRST);
    ledger.refused(Rpc.CANCEL, "", FIRST);
    ledger.refused(Rpc.COMPLETE, "", SECOND);
    assertThat(ledger.takeIrregularities())
        .extracting(Irregularity::kind)
        .containsExactly(Kind.REFUSED, Kind.REFUSED);
  }

  @Test
  void refusedHeartbeat_isHowWorkLearnsOfTheEnd() {
    ledger.refused(Rpc.HEARTBEAT, "", FIRST);
    ledger.refused(Rpc.HEARTBEAT_BY_ID, ID, ByteString.EMPTY);
    assertThat(ledger.takeIrregularities()).isEmpty();
  }

  @Test
  void otherOutcomeThanTheActivityIsToHave_isTold() {
    ledger.started(ID, 1, FIRST);
    ledger.ended(ID, FIRST, completed("8"));
    ending = Ending.CANCELLED;
    ledger.started(ID, 2, SECOND);
    ledger.ended(
        ID,
        SECOND,
        new ActivityOutcome.Failed(
            Failure.getDefaultInstance(), RetryState.RETRY_STATE_IN_PROGRESS, ""));
    assertThat(ledger.takeIrregularities())
        .extracting(Irregularity::kind)
        .containsExactly(Kind.WRONG, Kind.WRONG);
  }

  @Test
  void reportOfAnAttempt_isOneSinceItWasHandedOut() {
    ledger.started(ID, 1, FIRST);
    now = 200;
    ledger.ended(ID, FIRST, completed("7"));
    assertThat(ledger.hasReportOf(99)).isTrue();
    assertThat(ledger.hasReportOf(100)).isFalse();
  }

  @Test
  void irregularities_surviveTheirTextForm() {
    ledger.started(ID, 1, FIRST);
    ledger.refused(Rpc.CANCEL, "", FIRST);
    ledger.refused(Rpc.COMPLETE, "", SECOND);
    var told = ledger.takeIrregularities();
    assertThat(Irregularity.parse(Irregularity.toText(told))).isEqualTo(told);
    assertThat(Irregularity.parse("")).isEmpty();
  }

  @Test
  void tally_survivesItsTextForm() {
    Tally tally = new Tally(1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(Tally.parse(tally.toText())).isEqualTo(tally);
    assertThat(tally.since(tally)).isEqualTo(new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0));
  }

  private Plan plan(int number) {
    return new Plan(
        new Job(number, Form.STAGE, ending, 0), Duration.ZERO, Duration.ZERO, Duration.ZERO);
  }

  private static ActivityOutcome completed(String value) {
    return new ActivityOutcome.Completed(
        Payloads.newBuilder()
            .addPayloads(Payload.newBuilder().setData(ByteString.copyFromUtf8(value)))
            .build(),
        "");
  }

  private static ActivityOutcome timedOut(TimeoutType type) {
    return new ActivityOutcome.TimedOut(type, RetryState.RETRY_STATE_IN_PROGRESS);
  }
}
