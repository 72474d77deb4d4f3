package dev.longhaul.runtime.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longhaul.testing.FakeClock;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectivityTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final String name = UUID.randomUUID().toString();
  private final ManagedChannel channel = InProcessChannelBuilder.forName(name).build();
  private final FakeClock clock = new FakeClock();
  private final Connectivity connectivity = Connectivity.of(channel, clock::nanoTime);

  @AfterEach
  void close() {
    channel.shutdownNow();
  }

  @Test
  void channelThatNobodyUsed_missesNothing() {
    assertThat(connectivity.missingFor()).isEmpty();
  }

  @Test
  void missingConnection_isTimedFromTheFirstFailure_untilThereIsOne() throws Exception {
    channel.getState(true);
    await().atMost(PATIENCE).until(() -> connectivity.missingFor().isPresent());
    clock.advance(Duration.ofSeconds(5));
    assertThat(connectivity.missingFor()).contains(Duration.ofSeconds(5));

    Server server = InProcessServerBuilder.forName(name).build().start();
    try {
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                channel.resetConnectBackoff();
                channel.getState(true);
                return connectivity.missingFor().isEmpty();
              });
    } finally {
      server.shutdownNow();
    }
  }

  @Test
  void closedChannel_isMissing() {
    channel.shutdownNow();
    await().atMost(PATIENCE).until(() -> connectivity.missingFor().isPresent());
  }

  // A wrapper of the application's need not pass the question on.
  @Test
  void channelThatDoesNotTell_missesNothing() {
    assertThat(Connectivity.of(new Silent(), clock::nanoTime).missingFor()).isEmpty();
  }

  private static final class Silent extends ManagedChannel {
    @Override
    public ManagedChannel shutdown() {
      return this;
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public ManagedChannel shutdownNow() {
      return this;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return false;
    }

    @Override
    public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
      throw new UnsupportedOperationException("nobody calls");
    }

    @Override
    public String authority() {
      return "nowhere";
    }
  }
}
