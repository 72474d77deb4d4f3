package dev.longhaul.processor;

import dev.longhaul.api.spi.SpiVersion;
import dev.longhaul.processor.diagnostic.BuildRule;
import dev.longhaul.processor.diagnostic.Place;
import dev.longhaul.processor.diagnostic.Report;
import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Compares the api that this processor was built with to the one that users compile against. Not
 * thread-safe.
 */
final class ApiCheck {
  private final Elements elements;
  private boolean done;

  ApiCheck(Elements elements) {
    this.elements = elements;
  }

  /** Reports a difference to what the handler is compiled against, once. */
  void check(TypeElement handler, Report report) {
    if (!done) {
      done = true;
      String other = version(elements.getModuleOf(handler)).map(Object::toString).orElse("none");
      if (!other.equals(String.valueOf(SpiVersion.CURRENT))) {
        report.add(BuildRule.OTHER_API, Place.nowhere(), SpiVersion.CURRENT, other);
      }
    }
  }

  private Optional<Object> version(@Nullable ModuleElement module) {
    String name = SpiVersion.class.getCanonicalName();
    TypeElement type =
        module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name);
    return type == null
        ? Optional.empty()
        : ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .filter(field -> field.getSimpleName().contentEquals("CURRENT"))
            .<Object>map(VariableElement::getConstantValue)
            .findFirst();
  }
}
