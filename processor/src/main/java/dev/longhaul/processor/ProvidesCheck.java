package dev.longhaul.processor;

import com.palantir.javapoet.ClassName;
import dev.longhaul.api.spi.HandlerIndex;
import dev.longhaul.processor.diagnostic.BuildRule;
import dev.longhaul.processor.diagnostic.Place;
import dev.longhaul.processor.diagnostic.Report;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
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
   *
   * @param origin something that the indexes list
   */
  static void check(List<ClassName> indexes, Element origin, Elements elements, Report report) {
    ModuleElement module = elements.getModuleOf(origin);
    if (module == null || module.isUnnamed()) {
      return;
    }
    for (ClassName index : indexes) {
      if (!provides(module, index)) {
        report.add(
            BuildRule.NO_PROVIDES,
            Place.of(module),
            module.getQualifiedName(),
            index.canonicalName());
      }
    }
  }

  private static boolean provides(ModuleElement module, ClassName index) {
    return ElementFilter.providesIn(module.getDirectives()).stream()
        .filter(
            provided ->
                provided
                    .getService()
                    .getQualifiedName()
                    .contentEquals(HandlerIndex.class.getName()))
        .flatMap(provided -> provided.getImplementations().stream())
        .anyMatch(found -> found.getQualifiedName().contentEquals(index.canonicalName()));
  }
}
