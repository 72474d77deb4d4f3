package dev.longhaul.testing;

import static dev.longhaul.testing.ActivityTable.Answer.INVALID_TRANSITION;
import static dev.longhaul.testing.ActivityTable.Answer.NOT_FOUND;
import static dev.longhaul.testing.ActivityTable.Answer.NOT_REQUESTED;
import static dev.longhaul.testing.ActivityTable.Answer.OK;
import static dev.longhaul.testing.ActivityTable.Cell.BY_ID_ONLY;
import static dev.longhaul.testing.ActivityTable.Cell.GONE;
import static dev.longhaul.testing.ActivityTable.Cell.NOT_AGAIN;
import static dev.longhaul.testing.ActivityTable.Cell.OPEN;
import static dev.longhaul.testing.ActivityTable.Cell.UNASKED;

/** What a server answers to a call on an activity, by state and way of addressing. */
final class ActivityTable {
  private ActivityTable() {}

  static Answer answer(State state, Call call, Address address) {
    return state.cell(call).answer(address);
  }

  /** The rows. A reset is no state of its own. */
  enum State {
    // Columns:        heartbeat, complete, fail, cancel
    STARTED(OPEN, OPEN, OPEN, UNASKED),
    CANCEL_REQUESTED(OPEN, OPEN, OPEN, OPEN),
    PAUSED_WHILE_STARTED(OPEN, OPEN, OPEN, UNASKED),
    NOT_STARTED(GONE, BY_ID_ONLY, GONE, GONE),
    NOT_PENDING(GONE, GONE, GONE, GONE),
    WORKFLOW_CLOSED(GONE, GONE, GONE, GONE),
    WORKFLOW_UNKNOWN(GONE, GONE, GONE, GONE),
    STANDALONE_CLOSED(GONE, NOT_AGAIN, GONE, GONE),
    STANDALONE_UNKNOWN(GONE, GONE, GONE, GONE);

    private final Cell heartbeat;
    private final Cell complete;
    private final Cell fail;
    private final Cell cancel;

    State(Cell heartbeat, Cell complete, Cell fail, Cell cancel) {
      this.heartbeat = heartbeat;
      this.complete = complete;
      this.fail = fail;
      this.cancel = cancel;
    }

    private Cell cell(Call call) {
      return switch (call) {
        case HEARTBEAT -> heartbeat;
        case COMPLETE -> complete;
        case FAIL -> fail;
        case CANCEL -> cancel;
      };
    }
  }

  /** What a cell holds. */
  enum Cell {
    // Columns:  current token, id, old token
    OPEN(OK, OK, NOT_FOUND),
    UNASKED(NOT_REQUESTED, NOT_REQUESTED, NOT_FOUND),
    BY_ID_ONLY(NOT_FOUND, OK, NOT_FOUND),
    NOT_AGAIN(NOT_FOUND, INVALID_TRANSITION, NOT_FOUND),
    GONE(NOT_FOUND, NOT_FOUND, NOT_FOUND);

    private final Answer byCurrentToken;
    private final Answer byId;
    private final Answer byOldToken;

    Cell(Answer byCurrentToken, Answer byId, Answer byOldToken) {
      this.byCurrentToken = byCurrentToken;
      this.byId = byId;
      this.byOldToken = byOldToken;
    }

    private Answer answer(Address address) {
      return switch (address) {
        case CURRENT_TOKEN -> byCurrentToken;
        case ID -> byId;
        case OLD_TOKEN -> byOldToken;
      };
    }
  }

  enum Call {
    HEARTBEAT,
    COMPLETE,
    FAIL,
    CANCEL
  }

  enum Address {
    CURRENT_TOKEN,
    ID,
    OLD_TOKEN
  }

  enum Answer {
    OK,
    NOT_FOUND,
    /** INVALID_ARGUMENT: a cancellation that nobody asked for cannot be confirmed. */
    NOT_REQUESTED,
    /** FAILED_PRECONDITION: what is closed cannot be completed. */
    INVALID_TRANSITION
  }
}
