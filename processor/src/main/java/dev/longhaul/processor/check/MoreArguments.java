package dev.longhaul.processor.check;

import java.util.List;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Questions about type arguments. */
final class MoreArguments {
  private MoreArguments() {}

  /** The first argument, whatever it is; empty for a raw type. */
  static Optional<TypeMirror> first(TypeMirror type) {
    return type instanceof DeclaredType declared
        ? declared.getTypeArguments().stream().<TypeMirror>map(argument -> argument).findFirst()
        : Optional.empty();
  }

  /** The argument at an index, unless it is a wildcard, or there is none. */
  static Optional<TypeMirror> known(DeclaredType type, int index) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    return index < arguments.size() && isKnown(arguments.get(index))
        ? Optional.of(arguments.get(index))
        : Optional.empty();
  }

  /** What a wildcard extends; the type itself, if it is none. */
  static TypeMirror bound(TypeMirror type) {
    return type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null
        ? wildcard.getExtendsBound()
        : type;
  }

  /** Whether it is a wildcard that may be anything. */
  static boolean isOpen(TypeMirror type) {
    return type instanceof WildcardType wildcard && wildcard.getExtendsBound() == null;
  }

  private static boolean isKnown(TypeMirror type) {
    return type.getKind() != TypeKind.WILDCARD && type.getKind() != TypeKind.TYPEVAR;
  }
}
