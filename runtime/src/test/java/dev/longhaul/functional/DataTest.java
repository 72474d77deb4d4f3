package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.functional.ActivityWorkflow.Call;
import dev.longhaul.functional.DataWorkflow.Item;
import dev.longhaul.functional.DataWorkflow.Order;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes in and comes out, as the official SDK writes and reads it. */
class DataTest {
  @RegisterExtension final Longhaul longhaul = new Longhaul();

  @AsyncActivityHandler(activityType = "Order")
  static final class OrderHandler {
    @OnStart
    CompletionStage<Order> start(
        Order order, List<Item> more, Map<String, Item> named, int factor) {
      List<Item> items = new ArrayList<>(order.items());
      items.addAll(more);
      Item screw = named.get("screw");
      return CompletableFuture.completedFuture(
          new Order(
              order.id(),
              order.placed(),
              items,
              Map.of("screw", new Item(screw.name(), screw.count() * factor))));
    }
  }

  @AsyncActivityHandler(activityType = "Bytes")
  static final class BytesHandler {
    @OnStart
    byte[] start(byte[] bytes) {
      return new byte[] {bytes[2], bytes[1], bytes[0]};
    }
  }

  @AsyncActivityHandler(activityType = "Nothing")
  @SuppressWarnings("LH084")
  static final class NothingHandler {
    @OnStart
    void start(@Nullable String nothing, PendingActivity<String> pending) {
      pending.complete(nothing);
    }
  }

  @AsyncActivityHandler(activityType = "Empty")
  static final class EmptyHandler {
    @OnStart
    CompletionStage<Void> start() {
      return CompletableFuture.completedFuture(null);
    }
  }

  @AsyncActivityHandler(activityType = "Fewer")
  static final class FewerHandler {
    @OnStart
    String start(@Nullable String missing, int zero) {
      return missing + " " + zero;
    }
  }

  @AsyncActivityHandler(activityType = "More")
  static final class MoreHandler {
    @OnStart
    String start(String first) {
      return first;
    }
  }

  @AsyncActivityHandler(activityType = "Misfit")
  static final class MisfitHandler {
    @OnStart
    String start(Order order) {
      return order.id();
    }
  }

  @Test
  void values_comeAndGoAsTheSdkWritesThem() {
    longhaul.workflows(DataWorkflow.Impl.class);
    longhaul.start(
        new DataTest_OrderHandler_AsyncActivityModule(),
        new DataTest_BytesHandler_AsyncActivityModule(),
        new DataTest_NothingHandler_AsyncActivityModule(),
        new DataTest_EmptyHandler_AsyncActivityModule(),
        new DataTest_FewerHandler_AsyncActivityModule(),
        new DataTest_MoreHandler_AsyncActivityModule());

    assertThat(longhaul.workflow(DataWorkflow.class).run(longhaul.activities())).isEmpty();
  }

  @Test
  void inputThatDoesNotFit_failsRetryably_andItsValueIsNotSaid() {
    longhaul.workflows(ActivityWorkflow.Impl.class);
    longhaul.start(new DataTest_MisfitHandler_AsyncActivityModule());

    WorkflowFailedException failure =
        catchThrowableOfType(
            WorkflowFailedException.class,
            () ->
                longhaul
                    .workflow(ActivityWorkflow.class)
                    .run(Call.of("Misfit", longhaul.activities(), "top secret")));

    ApplicationFailure cause = (ApplicationFailure) failure.getCause().getCause();
    assertThat(cause.getType()).isEqualTo("InputMismatch");
    assertThat(cause.isNonRetryable()).isFalse();
    assertThat(cause.getOriginalMessage())
        .contains("\"order\"")
        .contains(Order.class.getName())
        .doesNotContain("top secret");
  }
}
