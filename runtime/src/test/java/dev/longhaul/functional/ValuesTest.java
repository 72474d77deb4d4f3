package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.functional.ValuesWorkflow.Colour;
import dev.longhaul.functional.ValuesWorkflow.Everything;
import dev.longhaul.functional.ValuesWorkflow.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Values of many types, as inputs and as results, in each completion form. */
class ValuesTest {
  @RegisterExtension final Longhaul longhaul = new Longhaul();

  @AsyncActivityHandler(activityType = "Everything")
  @SuppressWarnings("LH084")
  static final class EverythingHandler {
    @OnStart
    void start(Everything value, PendingActivity<Everything> pending) {
      pending.complete(value);
    }
  }

  @AsyncActivityHandler(activityType = "Separately")
  static final class SeparatelyHandler {
    @OnStart
    String start(
        Colour colour,
        Duration duration,
        Optional<String> absent,
        Map<String, List<Part>> parts,
        Instant moment) {
      Part inner = parts.get("outer").get(0).inner();
      return colour + " " + duration + " " + absent + " " + inner.name() + " " + moment;
    }
  }

  @AsyncActivityHandler(activityType = "Count")
  static final class CountHandler {
    @OnStart
    long start(byte small, short medium, int normal, long big) {
      return small + medium + normal + big;
    }
  }

  @AsyncActivityHandler(activityType = "Fraction")
  static final class FractionHandler {
    @OnStart
    CompletionStage<Double> start(float single, double fraction) {
      return CompletableFuture.completedFuture(single + fraction);
    }
  }

  @AsyncActivityHandler(activityType = "Opposite")
  static final class OppositeHandler {
    @OnStart
    boolean start(boolean value, char letter) {
      return letter == 'x' ? !value : value;
    }
  }

  @AsyncActivityHandler(activityType = "Absent")
  static final class AbsentHandler {
    @OnStart
    CompletionStage<@Nullable Everything> start(
        @Nullable Everything value, byte @Nullable [] bytes) {
      return CompletableFuture.completedFuture(
          value == null && bytes == null ? null : Everything.sample());
    }
  }

  @AsyncActivityHandler(activityType = "Perhaps")
  static final class PerhapsHandler {
    @OnStart
    Optional<Colour> start(boolean present) {
      return present ? Optional.of(Colour.RED) : Optional.empty();
    }
  }

  @AsyncActivityHandler(activityType = "Grouped")
  static final class GroupedHandler {
    @OnStart
    Map<String, List<Part>> start(List<Part> parts) {
      return parts.stream().collect(Collectors.groupingBy(Part::name));
    }
  }

  @Test
  void values_ofManyTypes_comeAndGoAsTheSdkWritesThem() {
    longhaul.workflows(ValuesWorkflow.Impl.class);
    longhaul.start(
        new ValuesTest_EverythingHandler_AsyncActivityModule(),
        new ValuesTest_SeparatelyHandler_AsyncActivityModule(),
        new ValuesTest_CountHandler_AsyncActivityModule(),
        new ValuesTest_FractionHandler_AsyncActivityModule(),
        new ValuesTest_OppositeHandler_AsyncActivityModule(),
        new ValuesTest_AbsentHandler_AsyncActivityModule(),
        new ValuesTest_PerhapsHandler_AsyncActivityModule(),
        new ValuesTest_GroupedHandler_AsyncActivityModule());

    assertThat(longhaul.workflow(ValuesWorkflow.class).run(longhaul.activities())).isEmpty();
  }
}
