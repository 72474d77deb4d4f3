package dev.longhaul.processor.check;

import com.google.auto.common.MoreElements;
import dev.longhaul.processor.diagnostic.MethodRule;
import dev.longhaul.processor.diagnostic.Report;
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
      TypeElement handler, ExecutableElement element, Role role, Report report) {
    types
        .overridden(element, handler)
        .filter(overridden -> isAnnotated(overridden, role))
        .findFirst()
        .ifPresent(
            overridden -> {
              RoleMethod method =
                  new RoleMethod(handler, role, element, types.memberOf(handler, element));
              report.add(
                  MethodRule.OVERRIDE,
                  method.place(),
                  Show.type(handler),
                  Show.type(MoreElements.asType(overridden.getEnclosingElement()))
                      + "."
                      + method.name(),
                  role,
                  method.signature());
            });
  }

  private static boolean isAnnotated(ExecutableElement method, Role role) {
    return MoreElements.isAnnotationPresent(method, role.annotation());
  }
}
