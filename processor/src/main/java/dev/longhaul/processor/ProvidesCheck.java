package dev.longhaul.processor;

import com.palantir.javapoet.ClassName;
import dev.longhaul.api.spi.HandlerIndex;
import dev.longhaul.processor.diagnostic.BuildRule;
import dev.longhaul.processor.diagnostic.Place;
import dev.longhaul.processor.diagnostic.Report;
import java.util.List;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * A named module must say itself that it provides its indexes; the file in {@code META-INF} counts
 * on the class path only.
 */
final class ProvidesCheck {
  private ProvidesCheck() {}

  /**
   * Reports what is missing. In the last round only: asked before the indexes exist, javac 17
   * answers without them and remembers that.
   */
  static void check(List<ClassName> indexes, Elements elements, Report report) {
    for (ClassName name : indexes) {
      TypeElement index = elements.getTypeElement(name.canonicalName());
      ModuleElement module = index == null ? null : elements.getModuleOf(index);
      if (module != null && !module.isUnnamed() && !provides(module, index)) {
        report.add(
            BuildRule.NO_PROVIDES,
            Place.of(module),
            module.getQualifiedName(),
            name.canonicalName());
      }
    }
  }

  private static boolean provides(ModuleElement module, TypeElement index) {
    return ElementFilter.providesIn(module.getDirectives()).stream()
        .filter(
            provided ->
                provided
                    .getService()
                    .getQualifiedName()
                    .contentEquals(HandlerIndex.class.getName()))
        .anyMatch(provided -> provided.getImplementations().contains(index));
  }
}
