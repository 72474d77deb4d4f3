package dev.longhaul.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Diagnostics as a person sees them: file, line, column, text, and the caret under the source. */
final class Shown {
  private static final Pattern ID = Pattern.compile("\\[(LH\\d{3})] ");

  private Shown() {}

  static String withSource(List<? extends Diagnostic<? extends JavaFileObject>> diagnostics) {
    return diagnostics.stream()
        .map(diagnostic -> line(diagnostic, 0) + "\n" + caret(diagnostic))
        .collect(Collectors.joining("\n"));
  }

  /**
   * File, line, column and text.
   *
   * @param prelude how many lines at the beginning of the file do not count
   */
  static String line(Diagnostic<? extends JavaFileObject> diagnostic, int prelude) {
    String kind = diagnostic.getKind() == Diagnostic.Kind.ERROR ? "error: " : "warning: ";
    JavaFileObject file = diagnostic.getSource();
    return (file == null
            ? ""
            : file.getName().replaceFirst(".*/", "")
                + ":"
                + (diagnostic.getLineNumber() - prelude)
                + ":"
                + diagnostic.getColumnNumber()
                + ": ")
        + kind
        + text(diagnostic);
  }

  static String text(Diagnostic<?> diagnostic) {
    return diagnostic.getMessage(Locale.ROOT);
  }

  /** The id of one of our diagnostics; null for the compiler's own. */
  static @Nullable String id(Diagnostic<?> diagnostic) {
    Matcher matcher = ID.matcher(text(diagnostic));
    return matcher.lookingAt() ? matcher.group(1) : null;
  }

  /** The text of a source file; null if there is none. */
  static @Nullable String content(@Nullable JavaFileObject file) {
    if (file == null) {
      return null;
    }
    try {
      // Not every compiler's files can be read again.
      return "file".equals(file.toUri().getScheme())
          ? Files.readString(Path.of(file.toUri()))
          : file.getCharContent(true).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String caret(Diagnostic<? extends JavaFileObject> diagnostic) {
    String source = content(diagnostic.getSource());
    if (source == null || diagnostic.getColumnNumber() < 1) {
      return "";
    }
    String line = source.lines().skip(diagnostic.getLineNumber() - 1).findFirst().orElse("");
    return line + "\n" + " ".repeat((int) diagnostic.getColumnNumber() - 1) + "^\n";
  }
}
