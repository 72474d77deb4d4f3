package dev.longhaul.processor;

import com.google.auto.common.BasicAnnotationProcessor.Step;
import com.google.auto.common.MoreElements;
import com.google.common.collect.ImmutableSetMultimap;
import dev.longhaul.api.AsyncActivityHandler;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Finds annotated methods that nothing will ever call, since they are in no handler. */
final class PlacementStep implements Step {
  private final ProcessingEnvironment environment;

  PlacementStep(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Set<String> annotations() {
    return Arrays.stream(Role.values())
        .map(role -> role.annotation().getCanonicalName())
        .collect(Collectors.toSet());
  }

  @Override
  public Set<? extends Element> process(ImmutableSetMultimap<String, Element> elements) {
    Report report = new Report();
    for (Role role : Role.values()) {
      for (Element method : elements.get(role.annotation().getCanonicalName())) {
        TypeElement type = MoreElements.asType(method.getEnclosingElement());
        if (!mayHaveRoles(type)) {
          report.error(place(method, role), MethodMessages.outsideHandler(role, type));
        }
      }
    }
    report.print(environment.getMessager());
    return Set.of();
  }

  // Abstract classes and interfaces: handlers may extend them.
  private static boolean mayHaveRoles(TypeElement type) {
    return MoreElements.isAnnotationPresent(type, AsyncActivityHandler.class)
        || type.getModifiers().contains(Modifier.ABSTRACT);
  }

  private static Place place(Element method, Role role) {
    return new Place(
        method, MoreElements.getAnnotationMirror(method, role.annotation()).orNull(), null);
  }
}
