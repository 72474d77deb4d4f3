package dev.longhaul.samples.quickstart.archive;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The files of a folder that go into its archive, in the order of their names.
 *
 * @param bytes the size of all files
 */
record SourceFolder(Path path, List<Path> files, long bytes) {

  /**
   * Looks for the files. Symbolic links are not followed.
   *
   * @param output left out wherever it is: archives are not archived
   * @throws HttpProblem if the folder cannot be archived
   */
  static SourceFolder find(ArchiveRequest request, Path output) {
    Path folder = existing(request.folder());
    Finder finder = new Finder(folder, request.skip(), output);
    try {
      Files.walkFileTree(folder, finder);
    } catch (IOException e) {
      throw HttpProblem.badRequest(folder + " cannot be read: " + e);
    }
    if (finder.files.isEmpty()) {
      throw HttpProblem.badRequest(folder + " has no files to archive");
    }
    Collections.sort(finder.files);
    return new SourceFolder(folder, List.copyOf(finder.files), finder.bytes);
  }

  /** The folder's own name. */
  String name() {
    Path name = path.getFileName();
    return name == null ? "root" : name.toString();
  }

  /** The file's name within the archive. */
  String entryName(Path file) {
    return path.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  private static Path existing(String name) {
    try {
      Path folder = Path.of(name).toRealPath();
      if (Files.isDirectory(folder)) {
        return folder;
      }
    } catch (IOException | InvalidPathException e) {
      // Said below: to the caller it is no folder either way.
    }
    throw HttpProblem.badRequest(name + " is not a folder");
  }

  private static final class Finder extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<String> skip;
    private final Path output;
    private final List<Path> files = new ArrayList<>();
    private long bytes;

    Finder(Path root, List<String> skip, Path output) {
      this.root = root;
      this.skip = skip;
      this.output = output;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return folder.equals(output) || isSkipped(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && !isSkipped(file)) {
        files.add(file);
        bytes += attributes.size();
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean isSkipped(Path path) {
      Path name = path.getFileName();
      return name != null && !path.equals(root) && skip.contains(name.toString());
    }
  }
}
