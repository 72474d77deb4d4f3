package dev.longhaul.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.HandlerIndex;
import java.util.List;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;

/** Writes an index of handlers. */
final class IndexWriter {
  private IndexWriter() {}

  /**
   * @param modules what to list, in order
   * @param origins the handlers
   */
  static JavaFile write(ClassName index, List<ClassName> modules, List<? extends Element> origins) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(index)
            .addJavadoc(
                "Lists the handlers of one compilation; {@code AsyncActivities.discover()} finds it.\n")
            .addAnnotation(
                AnnotationSpec.builder(Generated.class)
                    .addMember("value", "$S", HandlerIndexProcessor.class.getName())
                    .build())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(HandlerIndex.class)
            .addMethod(constructor())
            .addMethod(modules(modules));
    origins.forEach(type::addOriginatingElement);
    return JavaFile.builder(index.packageName(), type.build()).build();
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addJavadoc("For {@link $T}.\n", java.util.ServiceLoader.class)
        .addModifiers(Modifier.PUBLIC)
        .build();
  }

  private static MethodSpec modules(List<ClassName> modules) {
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
