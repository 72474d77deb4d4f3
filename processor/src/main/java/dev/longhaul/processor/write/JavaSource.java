package dev.longhaul.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/** A generated source file, as it is written. */
final class JavaSource {
  private static final int LONGEST_LINE = 100;
  private static final Pattern LANG_IMPORT = Pattern.compile("import java\\.lang\\.(\\w+);");

  private JavaSource() {}

  /**
   * Writes the class.
   *
   * @throws IOException if the compiler refuses the file
   */
  static void write(ClassName name, TypeSpec type, ProcessingEnvironment environment)
      throws IOException {
    JavaFile file = JavaFile.builder(name.packageName(), type).indent("  ").build();
    String text =
        file.toString()
            .lines()
            .filter(line -> !isNeedless(line, name.packageName(), environment.getElementUtils()))
            .map(JavaSource::wrapped)
            .map(JavaSource::ascii)
            .collect(Collectors.joining("\n", "", "\n"));
    List<Element> origins = type.originatingElements();
    try (Writer writer =
        environment
            .getFiler()
            .createSourceFile(name.reflectionName(), origins.toArray(Element[]::new))
            .openWriter()) {
      writer.write(text);
    }
  }

  // Unless the package has a class of that name, which would be taken instead.
  private static boolean isNeedless(String line, String packageName, Elements elements) {
    Matcher imported = LANG_IMPORT.matcher(line);
    return imported.matches()
        && elements.getTypeElement(packageName + "." + imported.group(1)) == null;
  }

  private static String wrapped(String line) {
    return line.length() > LONGEST_LINE && line.startsWith("public final class ")
        ? line.replaceFirst(" (extends|implements) ", "\n    $1 ")
        : line;
  }

  // So that the file means the same under every -encoding.
  private static String ascii(String line) {
    return line.chars()
        .mapToObj(c -> c < 128 ? String.valueOf((char) c) : String.format("\\u%04x", c))
        .collect(Collectors.joining());
  }
}
