package dev.longhaul.benchmarks.soak.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultyProxyTest {
  private static final int ENOUGH_MILLIS = 10_000;

  private ServerSocket target;
  private FaultyProxy proxy;

  @BeforeEach
  void start() throws IOException {
    target = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    proxy = new FaultyProxy(target.getLocalPort());
    proxy.start();
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    target.close();
  }

  @Test
  void bytes_passInBothDirections() throws IOException {
    Ends ends = connect();
    ends.near.getOutputStream().write(new byte[] {1, 2, 3});
    assertThat(ends.far.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
    ends.far.getOutputStream().write(4);
    assertThat(ends.near.getInputStream().read()).isEqualTo(4);
  }

  @Test
  void endOfOneSide_isTheEndOfTheOther_afterAllThatWasSentBefore() throws IOException {
    Ends ends = connect();
    ends.near.getOutputStream().write(new byte[100_000]);
    ends.near.close();
    assertThat(ends.far.getInputStream().readNBytes(100_000)).hasSize(100_000);
    awaitEnd(ends.far);
  }

  @Test
  void delay_keepsBytesBackForItsTime_andInTheirOrder() throws IOException {
    Ends ends = connect();
    proxy.begin(Fault.Kind.DELAY, Duration.ofMillis(300));
    long start = System.nanoTime();
    ends.near.getOutputStream().write(1);
    assertThat(proxy.delay()).isEqualTo(Duration.ofMillis(300));
    await().until(() -> ends.far.getInputStream().read() == 1);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(300));

    ends.near.getOutputStream().write(2);
    proxy.endFault();
    ends.near.getOutputStream().write(3);
    assertThat(ends.far.getInputStream().readNBytes(2)).containsExactly(2, 3);
  }

  @Test
  void cut_endsAllConnections_andRefusesNewOnesUntilItIsOver() throws IOException {
    Ends ends = connect();
    proxy.begin(Fault.Kind.CUT, Duration.ZERO);
    awaitEnd(ends.near);
    awaitEnd(ends.far);
    try (Socket refused = near()) {
      awaitEnd(refused);
    }

    proxy.endFault();
    Ends again = connect();
    again.near.getOutputStream().write(5);
    assertThat(again.far.getInputStream().read()).isEqualTo(5);
  }

  @Test
  void blackHole_letsNothingPassAndTellsNobody_andItsConnectionsEndWithIt() throws IOException {
    Ends ends = connect();
    proxy.begin(Fault.Kind.BLACK_HOLE, Duration.ZERO);
    ends.near.getOutputStream().write(1);
    Ends newer = connect(); // it seems so
    newer.near.getOutputStream().write(2);
    ends.far.setSoTimeout(200);
    newer.far.setSoTimeout(200);
    for (Socket far : new Socket[] {ends.far, newer.far}) {
      assertThatThrownBy(() -> far.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
    }

    proxy.endFault();
    for (Socket socket : new Socket[] {ends.near, ends.far, newer.near, newer.far}) {
      awaitEnd(socket); // and nothing that was swallowed arrives before
    }
    Ends afterwards = connect();
    afterwards.near.getOutputStream().write(3);
    assertThat(afterwards.far.getInputStream().read()).isEqualTo(3);
  }

  private record Ends(Socket near, Socket far) {}

  private Ends connect() throws IOException {
    Socket near = near();
    Socket far = target.accept();
    far.setSoTimeout(ENOUGH_MILLIS);
    return new Ends(near, far);
  }

  private Socket near() throws IOException {
    Socket near = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    near.setSoTimeout(ENOUGH_MILLIS);
    return near;
  }

  /** Ended or reset; a byte, or nothing in time, is neither. */
  private static void awaitEnd(Socket socket) {
    try {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    } catch (SocketTimeoutException e) {
      throw new UncheckedIOException("not ended", e);
    } catch (IOException reset) {
      assertThat(reset).hasMessageContaining("reset");
    }
  }
}
