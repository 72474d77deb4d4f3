package dev.longhaul.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class MonitorTest {
  private final Monitor monitor = new Monitor();

  @Test
  void laterActions_mayDecideAgain() {
    List<String> order = new ArrayList<>();
    monitor.act(
        () -> {
          monitor.later(() -> monitor.act(() -> order.add("after")));
          order.add("decision");
        });

    assertThat(order).containsExactly("decision", "after");
  }

  @Test
  void nestedDecision_isRefused() {
    assertThatThrownBy(() -> monitor.act(() -> monitor.act(() -> {})))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void await_isWokenByADecision() {
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(() -> monitor.await("done", done::get));

    monitor.act(() -> done.set(true));

    waiting.join();
    assertThat(waiting).isCompleted();
  }
}
