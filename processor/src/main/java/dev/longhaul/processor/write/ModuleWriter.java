package dev.longhaul.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.BindsHandler;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.api.spi.SpiVersion;
import dev.longhaul.processor.model.Argument;
import dev.longhaul.processor.model.HandlerModel;
import java.io.IOException;
import javax.lang.model.element.Modifier;

/** Writes the module of one handler. */
public final class ModuleWriter {
  private final HandlerModel handler;
  private final Generator generator;

  private ModuleWriter(HandlerModel handler, Generator generator) {
    this.handler = handler;
    this.generator = generator;
  }

  /**
   * Writes the module beside its handler.
   *
   * @throws IOException if the compiler refuses the file
   */
  public static void write(HandlerModel handler, Generator generator) throws IOException {
    JavaSource.write(
        Names.module(handler.type()),
        new ModuleWriter(handler, generator).module(),
        generator.environment());
  }

  private TypeSpec module() {
    TypeSpec.Builder module =
        TypeSpec.classBuilder(Names.module(handler.type()))
            .addOriginatingElement(handler.origin())
            .addJavadoc(ModuleJavadoc.of(handler));
    generator.sign(module, handler.origin());
    module
        .addAnnotation(bindsHandler())
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .superclass(parameterized(AsyncActivityModule.class))
        .addMethod(constructor())
        .addMethod(describe());
    generator.suppress(handler.lintNames(), module, handler.origin());
    return module.build();
  }

  private AnnotationSpec bindsHandler() {
    AnnotationSpec.Builder annotation =
        AnnotationSpec.builder(BindsHandler.class)
            .addMember("value", "$T.class", handler.type())
            .addMember("name", "$S", handler.name())
            .addMember("activityType", "$S", handler.activityType());
    String queue = handler.settings().get(HandlerSetting.TASK_QUEUE);
    if (queue != null) {
      annotation.addMember("taskQueue", "$S", queue);
    }
    return annotation.build();
  }

  // The version as a number, not by name: it says what this processor wrote, whatever it is
  // compiled against.
  private MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addStatement("super($T.class, $L)", handler.type(), SpiVersion.CURRENT)
        .build();
  }

  private MethodSpec describe() {
    return MethodSpec.methodBuilder("describe")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(parameterized(HandlerBinding.class))
        .addParameter(
            ParameterizedTypeName.get(ClassName.get(HandlerBinding.Builder.class), handler.type()),
            "binding")
        .addCode(code())
        .build();
  }

  private CodeBlock code() {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("return binding$>$>")
            .add("\n.activityType($S)", handler.activityType())
            .add("\n.name($S)", handler.name());
    addSettings(code);
    addInputs(code);
    if (!handler.sendsResult()) {
      code.add("\n.withoutResult()");
    }
    handler.heartbeat().ifPresent(hook -> code.add("\n.onHeartbeat($L)", CallWriter.lambda(hook)));
    handler.cancel().ifPresent(hook -> code.add("\n.onCancel($L)", CallWriter.lambda(hook)));
    return code.add(
            "\n.$L($T.$L,$W$L);$<$<\n",
            handler.isBatch() ? "onBatch" : "onStart",
            CompletionForm.class,
            handler.form().name(),
            CallWriter.lambda(handler.start()))
        .build();
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
      code.add("\n.input($S,$W$L)", input.name(), CallWriter.typeExpression(input.type()));
    }
  }

  private ParameterizedTypeName parameterized(Class<?> type) {
    return ParameterizedTypeName.get(ClassName.get(type), handler.type());
  }
}
