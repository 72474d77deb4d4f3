package dev.longhaul.samples.quickstart.options;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the path of a folder on the command line, and tells at once if it cannot be archived. */
final class ReadableFolder implements ITypeConverter<Path> {
  @Override
  public Path convert(String value) {
    Path folder = Path.of(value);
    require(Files.exists(folder), value, "does not exist");
    require(Files.isDirectory(folder), value, "is not a folder");
    require(Files.isReadable(folder), value, "cannot be read by this user");
    try (Stream<Path> content = Files.walk(folder)) {
      require(content.anyMatch(Files::isRegularFile), value, "is empty: there is no file in it");
      return folder.toRealPath();
    } catch (IOException | UncheckedIOException e) {
      throw new TypeConversionException(value + " cannot be read: " + e.getMessage());
    }
  }

  private static void require(boolean condition, String folder, String problem) {
    if (!condition) {
      throw new TypeConversionException(folder + " " + problem);
    }
  }
}
