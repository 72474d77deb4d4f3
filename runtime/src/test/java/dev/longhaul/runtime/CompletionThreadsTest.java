package dev.longhaul.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.TaskToken;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.testing.FakeTemporalService;
import dev.longhaul.testing.Gate;
import dev.longhaul.testing.Rpc;
import io.grpc.ManagedChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where that runs which depends on the futures of a client. */
class CompletionThreadsTest {
  private static final String CALLBACK_THREAD = "longhaul-callback-";

  private final FakeTemporalService service = FakeTemporalService.start();
  private final ManagedChannel channel = service.newChannel();

  @AfterEach
  void close() {
    channel.shutdownNow();
    service.close();
  }

  @Test
  void whatDependsOnAFuture_runsOnACallbackThread() throws Exception {
    assertThatDependentThread(RuntimeOptions.defaults()).startsWith(CALLBACK_THREAD);
  }

  @Test
  void whatDependsOnAFuture_runsWhereTheAnswerArrives_ifThatIsWanted() throws Exception {
    assertThatDependentThread(
            RuntimeOptions.defaults().toBuilder().completeOnNetworkThreads(true).build())
        .doesNotStartWith(CALLBACK_THREAD);
  }

  private AbstractStringAssert<?> assertThatDependentThread(RuntimeOptions options)
      throws Exception {
    Gate gate = new Gate();
    service.faults().next(Rpc.HEARTBEAT).delayRequest(gate);
    try (LonghaulClient client =
        LonghaulClient.connect(LonghaulModule.forChannel(channel).options(options))) {
      CompletableFuture<String> thread =
          client
              .heartbeat(TaskToken.of(new byte[] {1}))
              .handle((nothing, failure) -> Thread.currentThread().getName());
      assertThat(thread).isNotDone();
      gate.open();
      return assertThat(thread.get(10, TimeUnit.SECONDS));
    }
  }
}
