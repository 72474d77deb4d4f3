package dev.longhaul.benchmarks.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompilingTest {
  private final List<JavaFileObject> handlers = HandlerSources.of(6);

  @ParameterizedTest
  @EnumSource
  void handlers_compileInEachWay(Compiling compiling) {
    assertThat(compiling.compile(compiling.sources(handlers))).isNotNull();
  }

  @Test
  void longhaul_generatesAModuleForEachHandler_andTheIndex() {
    assertThat(Compiling.LONGHAUL.compile(handlers).sources()).hasSize(7);
  }

  @ParameterizedTest
  @EnumSource(names = "LONGHAUL", mode = EnumSource.Mode.EXCLUDE)
  void theOthers_generateNothing(Compiling compiling) {
    assertThat(compiling.compile(compiling.sources(handlers)).sources()).isEmpty();
  }
}
