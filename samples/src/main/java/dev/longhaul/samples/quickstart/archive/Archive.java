package dev.longhaul.samples.quickstart.archive;

import java.util.List;

/**
 * A finished archive.
 *
 * @param job the job that made it
 * @param path of the zip file
 * @param files how many files are in it
 * @param bytesBefore their size
 * @param bytes the size of the zip file
 * @param sha256 of the zip file, in hexadecimal digits
 * @param types sizes by file name extension, the largest first
 */
public record Archive(
    String job,
    String path,
    int files,
    long bytesBefore,
    long bytes,
    String sha256,
    List<TypeSize> types) {
  public Archive {
    types = List.copyOf(types);
  }

  /**
   * The files with one extension.
   *
   * @param extension with its dot, in lower case; empty for names without one
   * @param bytesBefore as they were
   * @param bytesAfter compressed
   */
  public record TypeSize(String extension, int files, long bytesBefore, long bytesAfter) {
    TypeSize plus(TypeSize other) {
      return new TypeSize(
          extension,
          files + other.files,
          bytesBefore + other.bytesBefore,
          bytesAfter + other.bytesAfter);
    }
  }
}
