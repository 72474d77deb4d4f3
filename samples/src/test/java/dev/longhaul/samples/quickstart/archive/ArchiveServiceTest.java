package dev.longhaul.samples.quickstart.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.longhaul.samples.quickstart.archive.Archive.TypeSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ArchiveServiceTest {
  private static final Duration AT_ONCE = Duration.ZERO;

  /** Longer than any test: such a job ends only when it is deleted. */
  private static final Duration FOREVER = Duration.ofHours(1);

  @TempDir Path folder;
  @TempDir Path output;

  @BeforeEach
  void someFiles() throws IOException {
    write("README.md", "# Read me");
    write("src/A.java", "class A {}".repeat(100));
    write("src/b/B.JAVA", "class B {}".repeat(100));
    write("Makefile", "all:");
  }

  @Test
  void finishedArchive_holdsEveryFileUnchanged() throws Exception {
    Archive archive = archive(request());

    assertThat(content(archive.path()))
        .containsOnly(
            Map.entry("Makefile", "all:"),
            Map.entry("README.md", "# Read me"),
            Map.entry("src/A.java", "class A {}".repeat(100)),
            Map.entry("src/b/B.JAVA", "class B {}".repeat(100)));
    assertThat(Path.of(archive.path())).hasParent(output.toRealPath()).hasSize(archive.bytes());
  }

  @Test
  void finishedArchive_tellsChecksumAndSizesByType() throws Exception {
    Archive archive = archive(request());

    byte[] zip = Files.readAllBytes(Path.of(archive.path()));
    assertThat(archive.sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(zip)));
    assertThat(archive.files()).isEqualTo(4);
    assertThat(archive.bytesBefore()).isEqualTo(9 + 1000 + 1000 + 4);
    assertThat(archive.types()).extracting(TypeSize::extension).containsExactly(".java", ".md", "");
    TypeSize java = archive.types().get(0);
    assertThat(java.files()).isEqualTo(2);
    assertThat(java.bytesBefore()).isEqualTo(2000);
    assertThat(java.bytesAfter()).isBetween(1L, 200L);
  }

  @Test
  void skippedNamesAndTheOutput_areNotArchived() throws Exception {
    write("target/A.class", "x");
    write("src/target/B.class", "x");
    output = Files.createDirectories(folder.resolve("archives"));
    write("archives/old.zip", "x");

    Archive archive = archive(request());

    assertThat(content(archive.path()))
        .containsOnlyKeys("Makefile", "README.md", "src/A.java", "src/b/B.JAVA");
  }

  @Test
  void sameKeyAgain_isTheSameJob() throws Exception {
    try (ArchiveService service = start(FOREVER)) {
      ArchiveClient client = new ArchiveClient(service.uri());
      String job = client.submit(request(), "key").join();

      assertThat(client.submit(request(), "key").join()).isEqualTo(job);
      assertThat(client.submit(request(), "another key").join()).isNotEqualTo(job);
    }
  }

  @Test
  void jobThatGoesOnOrIsDone_isFound() throws Exception {
    try (ArchiveService service = start(AT_ONCE)) {
      ArchiveClient client = new ArchiveClient(service.uri());
      String job = client.submit(request(), "key").join();
      archive(client, job);

      assertThat(client.find(job).join()).isEqualTo(job);
    }
  }

  @Test
  void sameKeyForAnotherRequest_isRefused() throws Exception {
    try (ArchiveService service = start(FOREVER)) {
      ArchiveClient client = new ArchiveClient(service.uri());
      client.submit(request(), "key").join();

      assertThatThrownBy(client.submit(ArchiveRequest.of(folder + "/src", List.of()), "key")::join)
          .hasCauseInstanceOf(ArchiveRefusedException.class)
          .hasMessageContaining("another request");
    }
  }

  @Test
  void progress_countsFilesAndBytesWhileTheJobRuns() throws Exception {
    try (ArchiveService service = start(FOREVER)) {
      ArchiveClient client = new ArchiveClient(service.uri());
      String job = client.submit(request(), "key").join();

      await()
          .untilAsserted(
              () ->
                  assertThat(client.progress(job).join())
                      .isEqualTo(new ArchiveProgress(job, 1, 4, 4, 2013)));
    }
  }

  @Test
  void delete_endsTheWork_andRemovesJobAndFiles() throws Exception {
    try (ArchiveService service = start(FOREVER)) {
      ArchiveClient client = new ArchiveClient(service.uri());
      String job = client.submit(request(), "key").join();
      await().until(() -> !files(output).isEmpty());

      client.delete(job).join();

      assertThat(files(output)).isEmpty();
      assertThat(client.jobs().join()).isEmpty();
      assertGone(client, job);
      client.delete(job).join();
    }
  }

  @Test
  void delete_ofAJobThatWaitsForAWorker_endsIt() throws Exception {
    try (ArchiveService service = start(FOREVER)) {
      ArchiveClient client = new ArchiveClient(service.uri());
      for (int busy = 0; busy < Jobs.WORKERS; busy++) {
        client.submit(request(), "busy " + busy).join();
      }
      String waiting = client.submit(request(), "key").join();

      client.delete(waiting).join();

      assertGone(client, waiting);
    }
  }

  @Test
  void delete_ofAFinishedJob_removesItsArchive() throws Exception {
    try (ArchiveService service = start(AT_ONCE)) {
      ArchiveClient client = new ArchiveClient(service.uri());
      String job = client.submit(request(), "key").join();
      archive(client, job);

      client.delete(job).join();

      assertThat(files(output)).isEmpty();
    }
  }

  @Test
  void failedJob_isMadeAnewForTheSameKey() throws Exception {
    try (ArchiveService service = start(AT_ONCE)) {
      ArchiveClient client = new ArchiveClient(service.uri());
      Files.delete(output);
      String failed = client.submit(request(), "key").join();
      await().until(() -> status(client, failed).state() == JobState.FAILED);
      assertThatThrownBy(client.find(failed)::join)
          .hasCauseInstanceOf(ArchiveFailedException.class);
      Files.createDirectory(output);

      String job = client.submit(request(), "key").join();

      assertThat(archive(client, job).files()).isEqualTo(4);
    }
  }

  @Test
  void folderThatIsNotThereOrHasNoFiles_isRefused() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    try (ArchiveService service = start(AT_ONCE)) {
      ArchiveClient client = new ArchiveClient(service.uri());

      assertThatThrownBy(client.submit(ArchiveRequest.of(empty.toString(), List.of()), "1")::join)
          .hasCauseInstanceOf(ArchiveRefusedException.class)
          .hasMessageContaining("no files");
      assertThatThrownBy(client.submit(ArchiveRequest.of("/no/such/", List.of()), "2")::join)
          .hasCauseInstanceOf(ArchiveRefusedException.class)
          .hasMessageContaining("/no/such/ is not a folder");
    }
  }

  @Test
  void callback_isToldTheArchive() throws Exception {
    try (ArchiveService service = start(AT_ONCE);
        CallbackReceiver receiver = CallbackReceiver.start()) {
      ArchiveClient client = new ArchiveClient(service.uri());

      String job = client.submit(request().callingBack(receiver.uri()), "key").join();

      JobStatus told = receiver.received().join();
      assertThat(told.id()).isEqualTo(job);
      assertThat(told.state()).isEqualTo(JobState.COMPLETED);
      assertThat(told.archive()).isEqualTo(archive(client, job));
    }
  }

  @Test
  void close_leavesNothingUnfinishedBehind() throws Exception {
    try (ArchiveService service = start(FOREVER)) {
      new ArchiveClient(service.uri()).submit(request(), "key").join();
      await().until(() -> !files(output).isEmpty());
    }

    assertThat(files(output)).isEmpty();
  }

  private ArchiveService start(Duration leastTime) throws IOException {
    return ArchiveService.start(output, leastTime);
  }

  private Archive archive(ArchiveRequest request) throws IOException {
    try (ArchiveService service = start(AT_ONCE)) {
      ArchiveClient client = new ArchiveClient(service.uri());
      return archive(client, client.submit(request, "key").join());
    }
  }

  private static Archive archive(ArchiveClient client, String job) {
    return await().until(() -> status(client, job).archive(), Objects::nonNull);
  }

  private static JobStatus status(ArchiveClient client, String job) {
    return client.jobs().join().stream()
        .filter(status -> status.id().equals(job))
        .findAny()
        .orElseThrow();
  }

  private static void assertGone(ArchiveClient client, String job) {
    assertThatThrownBy(client.progress(job)::join)
        .hasCauseInstanceOf(ArchiveFailedException.class)
        .hasMessageContaining("there is no job " + job);
  }

  private ArchiveRequest request() {
    return ArchiveRequest.of(folder.toString(), List.of("target"));
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static Map<String, String> content(String zip) throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (ZipFile file = new ZipFile(zip)) {
      for (ZipEntry entry : file.stream().toList()) {
        content.put(entry.getName(), new String(file.getInputStream(entry).readAllBytes(), UTF_8));
      }
    }
    return content;
  }
}
