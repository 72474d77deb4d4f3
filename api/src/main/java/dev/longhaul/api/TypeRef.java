package dev.longhaul.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A type with its generics, which a {@code Class} cannot say: {@code new TypeRef<List<Order>>()
 * {}}. Immutable and thread-safe.
 */
public abstract class TypeRef<T> {
  private final Type type;

  /** Reads the type argument of the anonymous subclass. */
  protected TypeRef() {
    if (!(getClass().getGenericSuperclass() instanceof ParameterizedType superclass)) {
      throw new IllegalStateException(
          "TypeRef was created without a type argument; write new TypeRef<List<String>>() {}");
    }
    this.type = superclass.getActualTypeArguments()[0];
  }

  /** The type. */
  public final Type type() {
    return type;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof TypeRef<?> that && type.equals(that.type);
  }

  @Override
  public final int hashCode() {
    return type.hashCode();
  }

  @Override
  public final String toString() {
    return type.getTypeName();
  }
}
