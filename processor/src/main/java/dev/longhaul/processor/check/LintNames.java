package dev.longhaul.processor.check;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.type.DeclaredType;

/** Which lint warnings the user's own types would set off in generated code. */
final class LintNames {
  private final TypeTool types;

  LintNames(TypeTool types) {
    this.types = types;
  }

  SortedSet<String> of(Element handler, Stream<RoleMethod> methods) {
    SortedSet<String> lints = new TreeSet<>();
    addDeprecation(handler, lints);
    methods.forEach(
        method -> {
          addDeprecation(method.element(), lints);
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

  private void addDeprecation(Element element, SortedSet<String> lints) {
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      if (types.isDeprecated(e)) {
        lints.add("deprecation");
        lints.add("removal");
      }
    }
  }
}
