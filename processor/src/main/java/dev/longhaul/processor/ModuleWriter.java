package dev.longhaul.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import jakarta.inject.Provider;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/** Writes the module of one handler. */
final class ModuleWriter {
  private final HandlerModel handler;

  private ModuleWriter(HandlerModel handler) {
    this.handler = handler;
  }

  static JavaFile write(HandlerModel handler) {
    ModuleWriter writer = new ModuleWriter(handler);
    return JavaFile.builder(handler.type().packageName(), writer.module()).build();
  }

  private TypeSpec module() {
    TypeSpec.Builder module =
        TypeSpec.classBuilder(Names.module(handler.type()))
            .addOriginatingElement(handler.origin())
            .addJavadoc(javadoc())
            .addAnnotation(generated())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(
                ParameterizedTypeName.get(ClassName.get(AsyncActivityModule.class), handler.type()))
            .addMethod(constructor())
            .addMethod(binding());
    suppress(module);
    return module.build();
  }

  private CodeBlock javadoc() {
    return CodeBlock.of(
        """
        Binds {@link $T} for the Longhaul runtime.

        <p>{@code AsyncActivities.discover()} finds and installs this module. By hand, install it in the
        injector that has the {@code LonghaulModule}; installing it twice is harmless.
        """,
        handler.type());
  }

  private static AnnotationSpec generated() {
    return AnnotationSpec.builder(Generated.class)
        .addMember("value", "$S", AsyncActivityHandlerProcessor.class.getName())
        .build();
  }

  private void suppress(TypeSpec.Builder module) {
    if (!handler.suppressions().isEmpty()) {
      AnnotationSpec.Builder annotation = AnnotationSpec.builder(SuppressWarnings.class);
      handler.suppressions().forEach(lint -> annotation.addMember("value", "$S", lint));
      module.addAnnotation(annotation.build());
    }
  }

  private MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addStatement("super($T.class)", handler.type())
        .build();
  }

  private MethodSpec binding() {
    return MethodSpec.methodBuilder("binding")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(ParameterizedTypeName.get(ClassName.get(HandlerBinding.class), handler.type()))
        .addParameter(
            ParameterizedTypeName.get(ClassName.get(Provider.class), handler.type()), "provider")
        .addCode(bindingCode())
        .build();
  }

  private CodeBlock bindingCode() {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add(
                "return $T.builder($T.class, provider, $T.$L)$>$>",
                HandlerBinding.class,
                handler.type(),
                CompletionForm.class,
                handler.form().name())
            .add("\n.activityType($S)", handler.activityType())
            .add("\n.name($S)", handler.name());
    addSettings(code);
    addInputs(code);
    if (!handler.sendsResult()) {
      code.add("\n.withoutResult()");
    }
    handler.heartbeat().ifPresent(hook -> code.add("\n.onHeartbeat($L)", CallWriter.lambda(hook)));
    handler.cancel().ifPresent(hook -> code.add("\n.onCancel($L)", CallWriter.lambda(hook)));
    return code.add("\n.onStart($L);$<$<\n", CallWriter.lambda(handler.start())).build();
  }

  private void addSettings(CodeBlock.Builder code) {
    handler
        .settings()
        .forEach(
            (setting, value) ->
                code.add("\n.setting($T.$L, $S)", HandlerSetting.class, setting.name(), value));
  }

  private void addInputs(CodeBlock.Builder code) {
    for (Argument.Input input : handler.inputs()) {
      code.add("\n.input($S, $L)", input.name(), CallWriter.typeExpression(input.type()));
    }
  }
}
