package dev.longhaul.samples.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.samples.common.JavaCommand;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProgramTest {

  /** Starts a child that nothing but a signal ends, prints its id, and waits for ever, too. */
  static final class Parent {
    public static void main(String... arguments) throws Exception {
      Process child =
          new ProcessBuilder(JavaCommand.of(Stubborn.class.getName()))
              .redirectOutput(Redirect.DISCARD)
              .start();
      System.out.println(child.pid());
      new CountDownLatch(1).await();
    }
  }

  /** Does not care for its input, and takes longer to end than anybody waits. */
  static final class Stubborn {
    public static void main(String... arguments) throws Exception {
      CountDownLatch never = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> waitFor(never)));
      never.await();
    }

    private static void waitFor(CountDownLatch never) {
      try {
        never.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Says more on the standard error than a pipe holds. */
  static final class Talker {
    public static void main(String... arguments) {
      for (int i = 1; i <= 100_000; i++) {
        System.err.println("line " + i);
      }
      System.exit(7);
    }
  }

  // The child would outlive its parent.
  @Test
  void stop_endsTheWholeTree_alsoAChildThatIgnoresIt() throws Exception {
    try (Program program = Program.start(JavaCommand.of(Parent.class.getName()))) {
      ProcessHandle child =
          ProcessHandle.of(Long.parseLong(program.lines().findFirst().orElseThrow())).orElseThrow();

      program.stop();

      program.handle().onExit().get(30, TimeUnit.SECONDS);
      child.onExit().get(30, TimeUnit.SECONDS);
      assertThat(program.exitCode()).isNotZero();
    }
  }

  @Test
  void programThatTalksALot_doesNotStandStill_andItsLastLinesAreKept() throws Exception {
    try (Program program = Program.start(JavaCommand.of(Talker.class.getName()))) {
      assertThat(program.lines()).isEmpty();
      assertThat(program.exitCode()).isEqualTo(7);
      assertThat(program.lastErrors())
          .containsExactly("line 99996", "line 99997", "line 99998", "line 99999", "line 100000");
    }
  }

  @Test
  void programThatDoesNotExist_isToldByItsName() {
    assertThatThrownBy(() -> Program.start(List.of("no-such-program")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no-such-program");
  }

  @Test
  void linesThatAreNoProgress_areNotRead() {
    assertThat(Progress.read("frame 7 of 20")).contains(new Progress(7, 20));
    assertThat(Progress.read("frame seven of 20")).isEmpty();
    assertThat(Progress.read("frame 7777777777 of 20")).isEmpty();
  }
}
