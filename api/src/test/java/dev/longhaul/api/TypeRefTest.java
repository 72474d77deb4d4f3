package dev.longhaul.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TypeRefTest {

  @Test
  void type_keepsItsGenerics() {
    TypeRef<Map<String, List<Integer>>> type = new TypeRef<>() {};
    assertThat(type.type().getTypeName())
        .isEqualTo("java.util.Map<java.lang.String, java.util.List<java.lang.Integer>>");
    assertThat(type).hasToString(type.type().getTypeName());
  }

  @Test
  void typeWithoutGenerics_isItsClass() {
    assertThat(new TypeRef<String>() {}.type()).isSameAs(String.class);
  }

  @Test
  void references_areEqualByType() {
    TypeRef<List<String>> one = new TypeRef<>() {};
    TypeRef<List<String>> same = new TypeRef<>() {};
    assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(one).isNotEqualTo(new TypeRef<List<Integer>>() {});
  }

  @Test
  @SuppressWarnings("rawtypes")
  void missingTypeArgument_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new TypeRef() {})
        .withMessageContaining("new TypeRef<List<String>>() {}");
  }
}
