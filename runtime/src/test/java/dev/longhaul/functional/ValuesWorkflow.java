package dev.longhaul.functional;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A workflow that sends values of many types through typed stubs of the official SDK. */
@WorkflowInterface
public interface ValuesWorkflow {

  /** As in a contract between teams. */
  enum Colour {
    RED,
    GREEN
  }

  record Part(String name, Optional<String> note, @Nullable Part inner) {}

  record Everything(
      Colour colour,
      Set<Colour> colours,
      Duration duration,
      LocalDate date,
      OffsetDateTime moment,
      Optional<String> present,
      Optional<String> absent,
      Map<String, List<Part>> parts,
      @Nullable String nothing,
      long big,
      double fraction,
      boolean yes) {

    static Everything sample() {
      Part inner = new Part("inner", Optional.empty(), null);
      return new Everything(
          Colour.GREEN,
          Set.of(Colour.RED),
          Duration.ofMillis(1_500),
          LocalDate.of(2024, 2, 29),
          OffsetDateTime.parse("2024-02-29T12:30:00.123Z"),
          Optional.of("here"),
          Optional.empty(),
          Map.of("outer", List.of(new Part("outer", Optional.of("noted"), inner))),
          null,
          Long.MAX_VALUE,
          0.1,
          true);
    }
  }

  /** The activities as the workflow sees them; what they are is Longhaul's business. */
  @ActivityInterface
  interface Values {
    Everything everything(Everything value);

    String separately(
        Colour colour,
        Duration duration,
        Optional<String> absent,
        Map<String, List<Part>> parts,
        Instant moment);

    long count(byte small, short medium, int normal, long big);

    double fraction(float single, double fraction);

    boolean opposite(boolean value, char letter);

    @Nullable Everything absent(@Nullable Everything value, byte @Nullable [] bytes);

    Optional<Colour> perhaps(boolean present);

    Map<String, List<Part>> grouped(List<Part> parts);
  }

  @WorkflowMethod
  String run(String activityQueue);

  /** Answers what did not come back as it should. */
  final class Impl implements ValuesWorkflow {
    @Override
    public String run(String activityQueue) {
      Values values =
          Workflow.newActivityStub(
              Values.class,
              ActivityOptions.newBuilder()
                  .setTaskQueue(activityQueue)
                  .setStartToCloseTimeout(Duration.ofSeconds(30))
                  .build());
      Everything sent = Everything.sample();
      Everything back = values.everything(sent);
      String separate =
          values.separately(
              Colour.RED,
              Duration.ofSeconds(90),
              Optional.empty(),
              sent.parts(),
              Instant.ofEpochSecond(1));
      List<Part> parts = sent.parts().get("outer");
      return (back.equals(sent) ? "" : "everything " + back)
          + (separate.equals("RED PT1M30S Optional.empty inner 1970-01-01T00:00:01Z")
              ? ""
              : "separately " + separate)
          + (values.count((byte) 1, (short) 2, 3, 1L << 40) == (1L << 40) + 6 ? "" : "count")
          + (values.fraction(0.5f, 0.25) == 0.75 ? "" : "fraction")
          + (values.opposite(true, 'x') ? "opposite" : "")
          + (values.absent(null, null) == null ? "" : "absent")
          + (values.perhaps(true).equals(Optional.of(Colour.RED)) ? "" : "present")
          + (values.perhaps(false).isEmpty() ? "" : "perhaps")
          + (values.grouped(parts).equals(sent.parts()) ? "" : "grouped");
    }
  }
}
