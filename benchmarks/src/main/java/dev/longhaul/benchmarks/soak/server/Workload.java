package dev.longhaul.benchmarks.soak.server;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import dev.longhaul.proto.common.v1.Payload;
import dev.longhaul.proto.common.v1.RetryPolicy;
import dev.longhaul.testing.ActivitySpec;
import dev.longhaul.testing.FakeActivity;
import dev.longhaul.testing.FakeTemporalService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Schedules activities at a rate, and cancels some, as time passes. For one thread, but for the
 * rate.
 */
final class Workload {
  /** The queue of all of them. */
  static final String QUEUE = "soak";

  /** Of many activities at once, since each call on one goes through all of its run. */
  private static final int WORKFLOWS = 100;

  private static final RetryPolicy RETRY =
      RetryPolicy.newBuilder()
          .setInitialInterval(Duration.newBuilder().setNanos(200_000_000))
          .setBackoffCoefficient(1)
          .build();

  private final FakeTemporalService service;
  private final Ledger ledger;
  private final IntFunction<Plan> plans;
  private volatile double perSecond;
  private double due;
  private int next;

  Workload(FakeTemporalService service, Ledger ledger, IntFunction<Plan> plans) {
    this.service = service;
    this.ledger = ledger;
    this.plans = plans;
  }

  /** So many come from now on; none with 0. */
  void setRate(double newPerSecond) {
    perSecond = newPerSecond;
  }

  /** So much time has passed. */
  void pass(java.time.Duration time) {
    due += perSecond * time.toNanos() / 1e9;
    for (; due >= 1; due--) {
      schedule(plans.apply(next++));
    }
    service.clock().advance(time);
  }

  private void schedule(Plan plan) {
    Job job = plan.job();
    ledger.scheduled();
    FakeActivity activity =
        service.schedule(
            ActivitySpec.of(job.form().activityType(), QUEUE)
                .workflowId("soak-" + job.number() % WORKFLOWS)
                .activityId(Integer.toString(job.number()))
                .input(input(job))
                .startToCloseTimeout(plan.startToClose())
                .heartbeatTimeout(plan.heartbeatTimeout())
                .retryPolicy(RETRY));
    if (job.ending() == Ending.CANCELLED) {
      service
          .clock()
          .schedule(() -> cancel(activity), plan.cancelAfter().toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private static void cancel(FakeActivity activity) {
    if (activity.outcome().isEmpty()) {
      activity.requestCancel();
    }
  }

  private static Payload input(Job job) {
    return Payload.newBuilder()
        .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
        .setData(
            ByteString.copyFromUtf8(
                "{\"number\":%d,\"form\":\"%s\",\"ending\":\"%s\",\"millis\":%d}"
                    .formatted(job.number(), job.form(), job.ending(), job.millis())))
        .build();
  }
}
