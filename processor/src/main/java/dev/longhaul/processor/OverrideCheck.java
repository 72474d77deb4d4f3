package dev.longhaul.processor;

import com.google.auto.common.MoreElements;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Annotations of methods are not inherited: an override without the annotation would quietly
 * disable a hook.
 */
final class OverrideCheck {
  private final TypeTool types;

  OverrideCheck(TypeTool types) {
    this.types = types;
  }

  void check(TypeElement handler, Report report) {
    for (ExecutableElement method : types.methods(handler)) {
      for (Role role : Role.values()) {
        if (!isAnnotated(method, role)) {
          checkOverridden(handler, method, role, report);
        }
      }
    }
  }

  private void checkOverridden(
      TypeElement handler, ExecutableElement method, Role role, Report report) {
    types
        .overridden(method, handler)
        .filter(overridden -> isAnnotated(overridden, role))
        .findFirst()
        .ifPresent(
            overridden ->
                report.error(
                    new RoleMethod(handler, role, method, types.memberOf(handler, method)).place(),
                    MethodMessages.overriddenWithoutAnnotation(handler, role, overridden)));
  }

  private static boolean isAnnotated(ExecutableElement method, Role role) {
    return MoreElements.isAnnotationPresent(method, role.annotation());
  }
}
