package dev.longhaul.processor.check;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import com.google.auto.common.Visibility;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Questions about types. */
public final class TypeTool {
  private final Types types;
  private final Elements elements;

  public TypeTool(ProcessingEnvironment environment) {
    this.types = environment.getTypeUtils();
    this.elements = environment.getElementUtils();
  }

  /** Whether the type is this class or interface itself, with whatever type arguments. */
  static boolean is(TypeMirror type, Class<?> expected) {
    return type.getKind() == TypeKind.DECLARED && MoreTypes.isTypeOf(expected, type);
  }

  /** Whether there is nothing to send: {@code void} or {@code Void}. */
  static boolean isNothing(TypeMirror type) {
    return type.getKind() == TypeKind.VOID || is(type, Void.class);
  }

  /** The type seen as the given class or interface, if it is one. */
  Optional<DeclaredType> as(TypeMirror type, Class<?> supertype) {
    if (is(type, supertype)) {
      return Optional.of(MoreTypes.asDeclared(type));
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return Optional.empty();
    }
    return types.directSupertypes(type).stream()
        .flatMap(direct -> as(direct, supertype).stream())
        .findFirst();
  }

  /** Whether a value of the type may come later: a stage or a future. */
  boolean isFuture(TypeMirror type) {
    return as(type, CompletionStage.class).isPresent() || as(type, Future.class).isPresent();
  }

  /** Whether the type is the named one or a subtype of it; the name need not exist. */
  boolean isA(TypeMirror type, String supertype) {
    TypeElement element = elements.getTypeElement(supertype);
    return element != null
        && type.getKind() == TypeKind.DECLARED
        && types.isSubtype(types.erasure(type), types.erasure(element.asType()));
  }

  /** The type argument, unless there is none (a raw type) or it is a wildcard. */
  static Optional<TypeMirror> onlyArgument(DeclaredType type) {
    return type.getTypeArguments().stream()
        .filter(a -> a.getKind() != TypeKind.WILDCARD && a.getKind() != TypeKind.TYPEVAR)
        .<TypeMirror>map(a -> a)
        .findFirst();
  }

  /** What an array or a collection has in it, as far as it says so; otherwise the type itself. */
  TypeMirror elementOf(TypeMirror type) {
    return type instanceof ArrayType array
        ? array.getComponentType()
        : as(type, Iterable.class).flatMap(TypeTool::onlyArgument).orElse(type);
  }

  /** The method with the type arguments that the class gives to its superclasses. */
  ExecutableType memberOf(TypeElement type, ExecutableElement method) {
    return MoreTypes.asExecutable(types.asMemberOf(MoreTypes.asDeclared(type.asType()), method));
  }

  /** All methods of a type, inherited ones included, overridden ones not. */
  ImmutableSet<ExecutableElement> methods(TypeElement type) {
    return MoreElements.getAllMethods(type, types, elements);
  }

  /** What the method overrides in the class, nearest first. */
  Stream<ExecutableElement> overridden(ExecutableElement method, TypeElement in) {
    return supertypes(in.asType())
        .flatMap(type -> ElementFilter.methodsIn(type.asElement().getEnclosedElements()).stream())
        .filter(other -> elements.overrides(method, other, in));
  }

  /** Whether the class or something above it leaves out type arguments of what it extends. */
  boolean extendsRaw(TypeElement type) {
    return supertypes(type.asType()).anyMatch(TypeWalk::isRaw);
  }

  private Stream<DeclaredType> supertypes(TypeMirror type) {
    return types.directSupertypes(type).stream()
        .map(MoreTypes::asDeclared)
        .flatMap(direct -> Stream.concat(Stream.of(direct), supertypes(direct)));
  }

  /** Whether the types are the same, an {@code int} being an {@code Integer}. */
  boolean same(TypeMirror one, TypeMirror other) {
    return types.isSameType(boxed(one), boxed(other));
  }

  boolean isDeprecated(Element element) {
    return elements.isDeprecated(element);
  }

  /** A class or interface in the type that code in the package cannot name. */
  Optional<Element> hiddenFrom(PackageElement from, TypeMirror type) {
    return TypeWalk.over(type)
        .map(DeclaredType::asElement)
        .filter(element -> !isVisible(element, from))
        .findFirst();
  }

  private static boolean isVisible(Element element, PackageElement from) {
    return switch (Visibility.effectiveVisibilityOfElement(element)) {
      case PUBLIC -> true;
      case PRIVATE -> false;
      case PROTECTED, DEFAULT -> MoreElements.getPackage(element).equals(from);
    };
  }

  /**
   * The type as a type argument: {@code Integer} for {@code int}, {@code Void} for {@code void}.
   */
  TypeMirror boxed(TypeMirror type) {
    if (type.getKind() == TypeKind.VOID) {
      return elements.getTypeElement(Void.class.getCanonicalName()).asType();
    }
    return type.getKind().isPrimitive() ? types.boxedClass((PrimitiveType) type).asType() : type;
  }
}
