package dev.longhaul.processor.check;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Types and methods as users write them: with simple names, without packages. */
public final class Show extends SimpleTypeVisitor14<String, Void> {
  private static final Show INSTANCE = new Show();

  private Show() {}

  /** {@code Outer.Inner}. */
  public static String type(TypeElement type) {
    return String.join(".", ClassName.get(type).simpleNames());
  }

  /** {@code Map<String, List<Order>>}. */
  static String type(TypeMirror type) {
    return INSTANCE.visit(type);
  }

  /** {@code List<String> run(String in, int times)}. */
  static String signature(String result, String name, List<String> parameters) {
    return result + " " + name + "(" + String.join(", ", parameters) + ")";
  }

  /** {@code Foo(String a)}. */
  static String constructor(TypeElement type, ExecutableElement constructor) {
    return constructor.getParameters().stream()
        .map(parameter -> type(parameter.asType()) + " " + parameter.getSimpleName())
        .collect(Collectors.joining(", ", type.getSimpleName() + "(", ")"));
  }

  /** {@code String in}, {@code int times}. */
  static List<String> parameters(ExecutableElement method, ExecutableType type) {
    return IntStream.range(0, type.getParameterTypes().size())
        .mapToObj(
            i ->
                type(type.getParameterTypes().get(i))
                    + " "
                    + method.getParameters().get(i).getSimpleName())
        .collect(Collectors.toList());
  }

  @Override
  protected String defaultAction(TypeMirror type, Void unused) {
    return type.toString();
  }

  // toString() would show the annotations as well.
  @Override
  public String visitPrimitive(PrimitiveType type, Void unused) {
    return type.getKind().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String visitDeclared(DeclaredType type, Void unused) {
    String name = type((TypeElement) type.asElement());
    return type.getTypeArguments().isEmpty()
        ? name
        : type.getTypeArguments().stream()
            .map(this::visit)
            .collect(Collectors.joining(", ", name + "<", ">"));
  }

  @Override
  public String visitArray(ArrayType type, Void unused) {
    return visit(type.getComponentType()) + "[]";
  }

  @Override
  public String visitTypeVariable(TypeVariable type, Void unused) {
    return type.asElement().getSimpleName().toString();
  }

  @Override
  public String visitWildcard(WildcardType type, Void unused) {
    if (type.getExtendsBound() != null) {
      return "? extends " + visit(type.getExtendsBound());
    }
    return type.getSuperBound() == null ? "?" : "? super " + visit(type.getSuperBound());
  }
}
