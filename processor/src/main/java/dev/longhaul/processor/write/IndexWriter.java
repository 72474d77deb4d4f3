package dev.longhaul.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.HandlerIndex;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Writes an index of handlers. */
public final class IndexWriter {
  private IndexWriter() {}

  /**
   * Writes the index under that name.
   *
   * @param modules what to list, in order
   * @throws IOException if the compiler refuses the file
   */
  public static void write(ClassName index, List<TypeElement> modules, Generator generator)
      throws IOException {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(index)
            .addJavadoc(
                """
                Lists the handlers that were compiled together; {@code AsyncActivities.discover()} finds it with
                {@code java.util.ServiceLoader}.
                """);
    generator.sign(type, modules.get(0));
    type.addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addSuperinterface(HandlerIndex.class)
        .addMethod(constructor())
        .addMethod(modules(modules));
    generator.suppress(Collections.emptySortedSet(), type, modules.get(0));
    modules.forEach(type::addOriginatingElement);
    JavaSource.write(index, type.build(), generator.environment());
  }

  // Written out, since -Xlint warns of public classes without one.
  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC).build();
  }

  private static MethodSpec modules(List<TypeElement> modules) {
    TypeName anyModule =
        ParameterizedTypeName.get(
            ClassName.get(AsyncActivityModule.class), WildcardTypeName.subtypeOf(Object.class));
    CodeBlock instances =
        modules.stream()
            .map(module -> CodeBlock.of("new $T()", module))
            .collect(CodeBlock.joining(",\n"));
    return MethodSpec.methodBuilder("modules")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(ParameterizedTypeName.get(ClassName.get(List.class), anyModule))
        .addCode("return $T.of($>$>\n$L);$<$<\n", List.class, instances)
        .build();
  }
}
