package dev.longhaul.processor.check;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Which lint warnings the user's own types would set off in generated code. */
final class LintNames {
  private final TypeTool types;

  LintNames(TypeTool types) {
    this.types = types;
  }

  SortedSet<String> of(TypeElement handler, Stream<RoleMethod> methods) {
    SortedSet<String> lints = new TreeSet<>();
    addDeprecation(handler, lints);
    methods.forEach(
        method -> {
          addDeprecation(method.element(), lints);
          addUnchecked(method, lints);
          method.parameters().stream()
              .flatMap(parameter -> TypeWalk.over(parameter.type()))
              .forEach(type -> add(type, lints));
        });
    return lints;
  }

  private void add(DeclaredType type, SortedSet<String> lints) {
    addDeprecation(type.asElement(), lints);
    if (TypeWalk.isRaw(type)) {
      lints.add("rawtypes");
    }
  }

  // A call of what a raw class declares; what else is raw, the method's own types show.
  private void addUnchecked(RoleMethod method, SortedSet<String> lints) {
    boolean inherited = !method.handler().equals(method.element().getEnclosingElement());
    if (inherited && types.extendsRaw(method.handler())) {
      lints.add("unchecked");
    }
  }

  private void addDeprecation(Element element, SortedSet<String> lints) {
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      if (types.isDeprecated(e)) {
        lints.add("deprecation");
        lints.add("removal");
      }
    }
  }
}
