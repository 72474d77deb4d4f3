package dev.longhaul.runtime.internal.dispatch;

import static dev.longhaul.runtime.internal.dispatch.DispatchFixture.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.TaskToken;
import dev.longhaul.api.spi.HandlerMethod;
import dev.longhaul.runtime.internal.dispatch.DispatchFixture.Limits;
import dev.longhaul.runtime.internal.manage.ActivityTask;
import dev.longhaul.testing.FakeClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Seats of a queue: never one for which some handler has no room. */
class QueueRoomTest {
  private static final HandlerMethod<Object> STAYS_OPEN = (handler, call) -> null;

  private final FakeClock clock = new FakeClock();
  private final DispatchFixture fixture = new DispatchFixture(clock, Runnable::run, 1);
  private final Permits process = new Permits(10);
  private int tokens;

  @Test
  void openPolls_areAsManyAsTheTightestHandlerHasRoomFor() {
    QueueRoom room = room(handler("Tight", new Limits(2, 0)), handler("Wide", new Limits(5, 0)));
    room.acquire().join();
    Seat second = room.acquire().join();
    CompletableFuture<Seat> third = room.acquire();

    assertThat(third).isNotDone();
    second.release();
    assertThat(third).isDone();
  }

  @Test
  void taskOfOneHandler_givesTheRoomOfTheOthersBack() {
    Dispatcher dispatcher = dispatcher("Tight", 1, "Wide", 2);
    QueueRoom room = dispatcher.room(QUEUE, process);
    dispatcher.dispatch(QUEUE, task("Wide"), room.acquire().join());

    assertThat(room.acquire()).isDone();
  }

  // Forbidden: a poll that brings a task for which there is no room.
  @Test
  void externalActivity_keepsItsHandlersRoomUntilItEnds_butNotThatOfTheProcess() {
    Dispatcher dispatcher = dispatcher("Tight", 1, "Wide", 2);
    Permits one = new Permits(1);
    QueueRoom room = dispatcher.room(QUEUE, one);
    ActivityTask task = task("Tight");
    dispatcher.dispatch(QUEUE, task, room.acquire().join());
    assertThat(one.acquire()).isDone();
    CompletableFuture<Seat> next = dispatcher.room(QUEUE, process).acquire();
    assertThat(next).isNotDone();

    fixture.manager.completeProcessing(task.reference(), null);

    assertThat(next).isDone();
  }

  @Test
  void taskThatNobodyHandles_givesAllRoomBack() {
    Dispatcher dispatcher = dispatcher("Tight", 1, "Wide", 1);
    QueueRoom room = dispatcher.room(QUEUE, process);
    dispatcher.dispatch(QUEUE, task("Unknown"), room.acquire().join());

    assertThat(room.acquire()).isDone();
  }

  // Whoever waits for its own handler must not hold what other queues could use.
  @Test
  void queueWithoutRoom_takesNoPermitOfTheProcess() {
    Permits shared = new Permits(2);
    QueueRoom room = fixture.dispatcher(handler("Tight", new Limits(1, 0))).room(QUEUE, shared);
    room.acquire().join();
    room.acquire();
    room.acquire();

    assertThat(shared.acquire()).isDone();
  }

  @Test
  void starts_areSpreadByTheRate_andNotSavedUp() {
    QueueRoom room = room(handler("Slow", new Limits(0, 4)));
    assertThat(room.reserveStartNanos()).isZero();
    assertThat(room.reserveStartNanos()).isEqualTo(Duration.ofMillis(250).toNanos());
    clock.advance(Duration.ofMinutes(1));

    assertThat(room.reserveStartNanos()).isZero();
    assertThat(room.reserveStartNanos()).isEqualTo(Duration.ofMillis(250).toNanos());
  }

  @Test
  void startThatDoesNotTakePlace_isGivenBack() {
    QueueRoom room = room(handler("Slow", new Limits(0, 4)));
    room.reserveStartNanos();
    room.acquire().join().release();

    assertThat(room.reserveStartNanos()).isZero();
  }

  @Test
  void startOfAnotherHandler_doesNotCount() {
    Dispatcher dispatcher =
        fixture.dispatcher(handler("Slow", new Limits(0, 1)), handler("Other", Limits.NONE));
    QueueRoom room = dispatcher.room(QUEUE, process);
    room.reserveStartNanos();
    dispatcher.dispatch(QUEUE, task("Other"), room.acquire().join());
    assertThat(room.reserveStartNanos()).isZero();
    dispatcher.dispatch(QUEUE, task("Slow"), room.acquire().join());

    assertThat(room.reserveStartNanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
  }

  // All of them may bring a task at the same moment.
  @Test
  void openPolls_areNoMoreThanStartsInASecond() {
    assertThat(room(handler("Slow", new Limits(0, 2.5))).mostPolls(5)).isEqualTo(2);
    assertThat(room(handler("Slower", new Limits(0, 0.1))).mostPolls(5)).isEqualTo(1);
    assertThat(room(handler("Fast", new Limits(0, 100))).mostPolls(5)).isEqualTo(5);
    assertThat(room(handler("Free", Limits.NONE)).mostPolls(5)).isEqualTo(5);
  }

  private QueueRoom room(ConfiguredHandler<?>... handlers) {
    return fixture.dispatcher(handlers).room(QUEUE, process);
  }

  private Dispatcher dispatcher(String one, int limit, String other, int otherLimit) {
    return fixture.dispatcher(
        handler(one, new Limits(limit, 0)), handler(other, new Limits(otherLimit, 0)));
  }

  private static ConfiguredHandler<?> handler(String type, Limits limits) {
    return DispatchFixture.handler(type, STAYS_OPEN, null, limits);
  }

  private ActivityTask task(String type) {
    return fixture.task(TaskToken.of(new byte[] {(byte) tokens++}), type);
  }
}
