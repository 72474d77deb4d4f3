package dev.longhaul.testing;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.google.protobuf.Message;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Faults to come, per call: {@code faults.next(Rpc.COMPLETE).loseAnswer()}. The first rule that
 * fits a call and is not used up befalls it, in the order in which they were scripted. Thread-safe.
 */
public final class FaultScript {
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final List<Rule> rules = new ArrayList<>();

  FaultScript() {}

  /** The next such call. */
  public Befalls next(Rpc rpc) {
    return next(1, rpc);
  }

  /** The next {@code times} such calls. */
  public Befalls next(int times, Rpc rpc) {
    return new Befalls(rpc, times, request -> true);
  }

  /** Every such call as long as the condition holds; it is asked at each one. */
  public Befalls during(BooleanSupplier condition, Rpc rpc) {
    return new Befalls(rpc, Integer.MAX_VALUE, request -> condition.getAsBoolean());
  }

  /** Every such call whose request fits. */
  public Befalls when(Predicate<? super Message> request, Rpc rpc) {
    return new Befalls(rpc, Integer.MAX_VALUE, request);
  }

  /** Forgets all rules; what is lost or held back stays so. */
  public void clear() {
    synchronized (lock) {
      rules.clear();
    }
  }

  Fault take(Rpc rpc, Message request) {
    synchronized (lock) {
      for (Rule rule : rules) {
        if (rule.fits(rpc, request)) {
          rule.remaining--;
          return rule.fault;
        }
      }
      return Fault.NONE;
    }
  }

  /** What shall happen. Each method adds the rule to the script. */
  public final class Befalls {
    private final Rpc rpc;
    private final int times;
    private final Predicate<? super Message> condition;

    private Befalls(Rpc rpc, int times, Predicate<? super Message> condition) {
      this.rpc = rpc;
      this.times = times;
      this.condition = condition;
    }

    /** Refused with this status, without any effect. */
    public void refuse(Status status) {
      refuse(status.asRuntimeException());
    }

    /** Refused with this status and its details, see {@link Refusals}, without any effect. */
    public void refuse(StatusRuntimeException error) {
      add(Fault.refuse(error));
    }

    /** Never arrives, never answered: the caller waits for its deadline. */
    public void loseRequest() {
      add(Fault.LOSE_REQUEST);
    }

    /** Takes effect, but is never answered: the caller waits for its deadline. */
    public void loseAnswer() {
      add(Fault.LOSE_ANSWER);
    }

    /** Takes effect, but the caller gets this status, such as UNAVAILABLE. */
    public void loseAnswer(Status status) {
      add(Fault.replaceAnswer(status.asRuntimeException()));
    }

    /** Arrives, and takes effect, only when the gate is opened; even if the caller gave up. */
    public void delayRequest(Gate gate) {
      add(Fault.delayRequest(gate));
    }

    /** Takes effect at once, but is answered only when the gate is opened. */
    public void delayAnswer(Gate gate) {
      add(Fault.delayAnswer(gate));
    }

    private void add(Fault fault) {
      synchronized (lock) {
        rules.add(new Rule(rpc, times, condition, fault));
      }
    }
  }

  private static final class Rule {
    private final Rpc rpc;
    private final Predicate<? super Message> condition;
    private final Fault fault;
    private int remaining;

    Rule(Rpc rpc, int times, Predicate<? super Message> condition, Fault fault) {
      this.rpc = rpc;
      this.remaining = times;
      this.condition = condition;
      this.fault = fault;
    }

    boolean fits(Rpc call, Message request) {
      return rpc == call && remaining > 0 && condition.test(request);
    }
  }
}
