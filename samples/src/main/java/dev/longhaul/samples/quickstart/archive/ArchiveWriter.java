package dev.longhaul.samples.quickstart.archive;

import dev.longhaul.samples.quickstart.archive.Archive.TypeSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Compresses the files of one folder into one zip file. {@link #write} is for one thread, once;
 * {@link #filesDone} and {@link #bytesDone} for any.
 */
final class ArchiveWriter {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final String job;
  private final SourceFolder source;
  private final StopSignal stop;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final Map<String, TypeSize> types = new HashMap<>();
  private final AtomicInteger filesDone = new AtomicInteger();
  private final AtomicLong bytesDone = new AtomicLong();

  ArchiveWriter(String job, SourceFolder source, StopSignal stop) {
    this.job = job;
    this.source = source;
    this.stop = stop;
  }

  int filesDone() {
    return filesDone.get();
  }

  long bytesDone() {
    return bytesDone.get();
  }

  /**
   * Writes into a temporary file next to the target, which then becomes the target: there is never
   * half an archive, and nothing is left of one that was stopped.
   */
  Archive write(Path target, Pace pace) throws IOException, JobStoppedException {
    MessageDigest digest = sha256();
    Path temporary = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      try (ZipOutputStream zip = open(temporary, digest)) {
        for (Path file : source.files()) {
          add(file, zip);
          pace.await(filesDone.incrementAndGet(), source.files().size(), stop);
        }
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    return archive(target, HexFormat.of().formatHex(digest.digest()));
  }

  private static ZipOutputStream open(Path file, MessageDigest digest) throws IOException {
    return new ZipOutputStream(new DigestOutputStream(Files.newOutputStream(file), digest));
  }

  private void add(Path file, ZipOutputStream zip) throws IOException, JobStoppedException {
    ZipEntry entry = new ZipEntry(source.entryName(file));
    entry.setLastModifiedTime(Files.getLastModifiedTime(file));
    zip.putNextEntry(entry);
    long size = copy(file, zip);
    zip.closeEntry();
    String extension = extension(file);
    types.merge(
        extension, new TypeSize(extension, 1, size, entry.getCompressedSize()), TypeSize::plus);
  }

  private long copy(Path file, OutputStream zip) throws IOException, JobStoppedException {
    long size = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        stop.check();
        zip.write(buffer, 0, read);
        size += read;
        bytesDone.addAndGet(read);
      }
    }
    return size;
  }

  private Archive archive(Path file, String sha256) throws IOException {
    List<TypeSize> largestFirst =
        types.values().stream()
            .sorted(
                Comparator.comparingLong(TypeSize::bytesBefore)
                    .reversed()
                    .thenComparing(TypeSize::extension))
            .toList();
    return new Archive(
        job, file.toString(), filesDone(), bytesDone(), Files.size(file), sha256, largestFirst);
  }

  private static String extension(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(dot) : "";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
