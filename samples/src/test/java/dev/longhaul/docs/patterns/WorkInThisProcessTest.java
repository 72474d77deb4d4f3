package dev.longhaul.docs.patterns;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.Guice;
import com.google.inject.Module;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.proto.common.v1.Payload;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.runtime.DataConverter;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.testing.ActivityOutcome;
import dev.longhaul.testing.ActivitySpec;
import dev.longhaul.testing.FakeActivity;
import dev.longhaul.testing.FakeTemporalService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The blocking handlers of the pages do what the pages say. */
@Timeout(120)
class WorkInThisProcessTest {
  private static final DataConverter CONVERTER = DataConverter.of(RuntimeOptions.defaults());

  @TempDir Path folder;

  private final FakeTemporalService service = FakeTemporalService.start();
  private final ShellConverter converter = new ShellConverter();
  private LonghaulRuntime runtime;

  /** Runs a script instead of a converter. */
  private static final class ShellConverter extends Converter {
    @Override
    List<String> command(String script, String to) {
      return List.of("sh", "-c", script);
    }
  }

  @BeforeEach
  void start() {
    Module collaborators = binder -> binder.bind(Converter.class).toInstance(converter);
    runtime =
        Guice.createInjector(
                LonghaulModule.forChannel(service.newChannel())
                    .options(
                        RuntimeOptions.defaults().toBuilder()
                            .drainTime(Duration.ZERO)
                            .pollDrain(Duration.ZERO)
                            .build())
                    .handler("CopyFolderHandler", h -> h.heartbeatInterval(Duration.ofMillis(50)))
                    .handler(
                        "ConvertVideoHandler", h -> h.heartbeatInterval(Duration.ofMillis(50))),
                new CopyFolderHandler_AsyncActivityModule(),
                new ConvertVideoHandler_AsyncActivityModule(),
                collaborators)
            .getInstance(LonghaulRuntime.class)
            .start();
  }

  @AfterEach
  void stop() {
    runtime.close();
    service.close();
  }

  @Test
  void secondAttempt_goesOnWhereTheFirstOneWas() throws IOException {
    Path from = Files.createDirectory(folder.resolve("from"));
    Path to = Files.createDirectory(folder.resolve("to"));
    for (String name : List.of("a", "b", "c")) {
      Files.writeString(from.resolve(name), name);
    }
    Path obstacle = Files.createDirectories(to.resolve("b/in the way"));

    FakeActivity activity = schedule("CopyFolder", "files", from.toString(), to.toString());
    await().atMost(30, SECONDS).until(() -> activity.attempt() == 2);
    Files.delete(obstacle);
    Files.delete(to.resolve("a"));
    activity.endBackoff();

    assertThat(activity.awaitOutcome())
        .isInstanceOfSatisfying(
            ActivityOutcome.Completed.class,
            done ->
                assertThat(value(Objects.requireNonNull(done.result()), Integer.class))
                    .isEqualTo(3));
    try (Stream<Path> copied = Files.list(to)) {
      assertThat(copied.map(file -> file.getFileName().toString()))
          .as("the first file was copied by the first attempt")
          .containsExactlyInAnyOrder("b", "c");
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs scripts of sh")
  void processThatFails_failsTheAttempt_withItsLastLine() {
    FakeActivity activity = schedule("ConvertVideo", "videos", "echo no such codec; exit 3", "out");

    await().atMost(30, SECONDS).until(() -> activity.attempt() == 2);
    assertThat(activity.pending().orElseThrow().getLastFailure().getMessage())
        .isEqualTo("exit code 3, last line: no such codec");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs scripts of sh")
  void cancellation_endsTheProcessAndItsChildren() {
    // Forbidden: the 0 of a program that cleans up when it is asked to end is taken for a result.
    String script = "trap 'exit 0' TERM; sleep 1000 & echo $$ $!; wait";
    FakeActivity activity = schedule("ConvertVideo", "videos", script, "out");
    await().atMost(30, SECONDS).until(() -> activity.heartbeatDetails().isPresent());
    String[] pids = value(activity.heartbeatDetails().orElseThrow(), String.class).split(" ");
    assertThat(pids).hasSize(2).allMatch(WorkInThisProcessTest::isAlive);

    activity.requestCancel();

    assertThat(activity.awaitOutcome()).isInstanceOf(ActivityOutcome.Cancelled.class);
    await()
        .atMost(30, SECONDS)
        .until(() -> Stream.of(pids).noneMatch(WorkInThisProcessTest::isAlive));
  }

  private static <T> T value(Payloads payloads, Class<T> type) {
    return CONVERTER.fromPayloads(payloads).get(0, type).orElseThrow();
  }

  private static boolean isAlive(String pid) {
    Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid));
    return process.map(ProcessHandle::isAlive).orElse(false);
  }

  private FakeActivity schedule(String type, String queue, String... inputs) {
    return service.schedule(
        ActivitySpec.of(type, queue)
            .input(
                CONVERTER.toPayloads((Object[]) inputs).getPayloadsList().toArray(Payload[]::new))
            .heartbeatTimeout(Duration.ofMinutes(1))
            .startToCloseTimeout(Duration.ofMinutes(10)));
  }
}
