package dev.longhaul.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.longhaul.api.TypeRef;
import dev.longhaul.processor.model.Argument;
import dev.longhaul.processor.model.CallModel;
import java.util.stream.Stream;

/** Writes direct calls of a handler's methods, and the types that go with them. */
final class CallWriter {
  private static final int MOST_ON_ONE_LINE = 2;

  private CallWriter() {}

  /** A {@code HandlerMethod} that makes the call. */
  static CodeBlock lambda(CallModel call) {
    CodeBlock invocation = CodeBlock.of("handler.$L($L)", call.method(), arguments(call));
    return call.returnsVoid()
        ? CodeBlock.of("(handler, call) -> {$>\n$L;\nreturn null;$<\n}", invocation)
        : CodeBlock.of("(handler, call) -> $L", invocation);
  }

  /** An expression for the {@code java.lang.reflect.Type}. */
  static CodeBlock typeExpression(TypeName type) {
    return isParameterized(type)
        ? CodeBlock.of("new $T<$T>() {}.type()", TypeRef.class, type)
        : CodeBlock.of("$T.class", type);
  }

  private static CodeBlock arguments(CallModel call) {
    Stream<CodeBlock> arguments = call.arguments().stream().map(CallWriter::argument);
    return call.arguments().size() <= MOST_ON_ONE_LINE
        ? arguments.collect(CodeBlock.joining(", "))
        : CodeBlock.of("$>$>\n$L$<$<", arguments.collect(CodeBlock.joining(",\n")));
  }

  // The type arguments are written out: they choose the right one of overloaded methods, and keep
  // inference from surprises.
  private static CodeBlock argument(Argument argument) {
    if (argument instanceof Argument.Input input) {
      return input(input);
    } else if (argument instanceof Argument.Pending pending) {
      return CodeBlock.of("call.<$T>pending()", pending.result());
    } else if (argument instanceof Argument.Items items) {
      return CodeBlock.of("call.<$T>items()", items.item());
    } else if (argument instanceof Argument.Item item) {
      return CodeBlock.of("call.<$T>item()", item.item());
    }
    return CodeBlock.of(
        argument instanceof Argument.Stop ? "call.stopRequest()" : "call.context()");
  }

  private static CodeBlock input(Argument.Input input) {
    return input.type().isPrimitive()
        ? CodeBlock.of("($T) call.<$T>input($L)", input.type(), input.type().box(), input.index())
        : CodeBlock.of("call.<$T>input($L)", input.type(), input.index());
  }

  private static boolean isParameterized(TypeName type) {
    return type instanceof ArrayTypeName array
        ? isParameterized(array.componentType())
        : type instanceof ParameterizedTypeName;
  }
}
