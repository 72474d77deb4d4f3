package dev.longhaul.processor.check;

import com.google.auto.common.MoreElements;
import java.util.stream.Stream;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** All classes and interfaces that a type names, as they are named. */
final class TypeWalk extends SimpleTypeVisitor14<Stream<DeclaredType>, Void> {
  private static final TypeWalk INSTANCE = new TypeWalk();

  private TypeWalk() {}

  static Stream<DeclaredType> over(TypeMirror type) {
    return INSTANCE.visit(type);
  }

  /** Whether the type lacks its type arguments. */
  static boolean isRaw(DeclaredType type) {
    return type.getTypeArguments().isEmpty()
        && !MoreElements.asType(type.asElement()).getTypeParameters().isEmpty();
  }

  @Override
  protected Stream<DeclaredType> defaultAction(TypeMirror type, Void unused) {
    return Stream.empty();
  }

  @Override
  public Stream<DeclaredType> visitDeclared(DeclaredType type, Void unused) {
    return Stream.concat(
        Stream.of(type),
        Stream.concat(
            visit(type.getEnclosingType()), type.getTypeArguments().stream().flatMap(this::visit)));
  }

  @Override
  public Stream<DeclaredType> visitArray(ArrayType type, Void unused) {
    return visit(type.getComponentType());
  }

  @Override
  public Stream<DeclaredType> visitWildcard(WildcardType type, Void unused) {
    return Stream.of(type.getExtendsBound(), type.getSuperBound())
        .filter(bound -> bound != null)
        .flatMap(this::visit);
  }
}
