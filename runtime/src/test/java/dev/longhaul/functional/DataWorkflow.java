package dev.longhaul.functional;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A workflow that sends values through typed activity stubs of the official SDK. */
@WorkflowInterface
public interface DataWorkflow {

  record Item(String name, int count) {}

  record Order(String id, Instant placed, List<Item> items, Map<String, Item> byName) {}

  /** The activities as the workflow sees them; what they are is Longhaul's business. */
  @ActivityInterface
  interface Data {
    Order order(Order order, List<Item> more, Map<String, Item> named, int factor);

    byte[] bytes(byte[] bytes);

    @Nullable String nothing(@Nullable String nothing);

    void empty();

    String fewer();

    String more(String first, String second, String third);
  }

  @WorkflowMethod
  String run(String activityQueue);

  /** Answers what did not come back as it should. */
  final class Impl implements DataWorkflow {
    @Override
    public String run(String activityQueue) {
      Data data =
          Workflow.newActivityStub(
              Data.class,
              ActivityOptions.newBuilder()
                  .setTaskQueue(activityQueue)
                  .setStartToCloseTimeout(Duration.ofSeconds(30))
                  .build());
      Item item = new Item("nail", 3);
      Order order =
          new Order("o-1", Instant.ofEpochSecond(1_000), List.of(item), Map.of("nail", item));
      Order back = data.order(order, List.of(item), Map.of("screw", item), 2);
      Order expected =
          new Order(
              "o-1", order.placed(), List.of(item, item), Map.of("screw", new Item("nail", 6)));
      byte[] bytes = data.bytes(new byte[] {0, 1, -1});
      data.empty();
      return (back.equals(expected) ? "" : "order " + back)
          + (Arrays.equals(bytes, new byte[] {-1, 1, 0}) ? "" : "bytes")
          + (data.nothing(null) == null ? "" : "nothing")
          + (data.fewer().equals("null 0") ? "" : "fewer")
          + (data.more("a", "b", "c").equals("a") ? "" : "more");
    }
  }
}
