package dev.longhaul.processor;

import com.google.auto.common.MoreElements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Finds the methods of a handler that have a role. */
final class MethodFinder {
  private final TypeTool types;

  MethodFinder(TypeTool types) {
    this.types = types;
  }

  /** The method with the role, if there is one; a second one is reported. */
  Optional<RoleMethod> find(TypeElement handler, Role role, Report report) {
    List<RoleMethod> found = all(handler, role);
    found.stream()
        .skip(1)
        .forEach(extra -> report.error(extra.place(), MethodMessages.several(found.get(0), extra)));
    found.forEach(method -> checkOtherRoles(method, report));
    return found.stream().findFirst();
  }

  private static void checkOtherRoles(RoleMethod method, Report report) {
    for (Role other : Role.values()) {
      // Each pair once.
      if (other.compareTo(method.role()) > 0 && isAnnotated(method.element(), other)) {
        report.error(method.place(), MethodMessages.bothRoles(method, other));
      }
    }
  }

  private static boolean isAnnotated(ExecutableElement method, Role role) {
    return MoreElements.isAnnotationPresent(method, role.annotation());
  }

  private List<RoleMethod> all(TypeElement handler, Role role) {
    List<RoleMethod> found = new ArrayList<>();
    for (ExecutableElement method : types.methods(handler)) {
      if (isAnnotated(method, role)) {
        found.add(new RoleMethod(handler, role, method, types.memberOf(handler, method)));
      }
    }
    return found;
  }
}
