package dev.longhaul.processor;

import com.palantir.javapoet.ClassName;
import dev.longhaul.api.spi.HandlerIndex;
import dev.longhaul.processor.check.SyntaxTrees;
import dev.longhaul.processor.diagnostic.BuildRule;
import dev.longhaul.processor.diagnostic.Place;
import dev.longhaul.processor.diagnostic.Report;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.util.ElementFilter;

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
  static void check(
      List<ClassName> indexes, Element origin, ProcessingEnvironment environment, Report report) {
    ModuleElement module = environment.getElementUtils().getModuleOf(origin);
    if (module == null || module.isUnnamed() || isPatched(module, environment)) {
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

  // What is patched into a module, as tests are, has no declaration in which it could provide more.
  // Where no trees are shown, the module counts as declared here.
  private static boolean isPatched(ModuleElement module, ProcessingEnvironment environment) {
    return SyntaxTrees.of(environment).filter(trees -> trees.getPath(module) == null).isPresent();
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
