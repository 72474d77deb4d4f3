package dev.longhaul.processor;

import com.google.auto.common.MoreElements;
import java.util.EnumSet;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;

/** What every method with a role must be, so that generated code can call it. */
final class MethodCheck {
  private static final Set<ParameterKind> OF_THE_ATTEMPT =
      Set.of(ParameterKind.CONTEXT, ParameterKind.PENDING);

  private final TypeTool types;

  MethodCheck(TypeTool types) {
    this.types = types;
  }

  void check(RoleMethod method, Report report) {
    checkModifiers(method, report);
    checkSpecialParameters(method, report);
    checkTypesAreVisible(method, report);
  }

  private static void checkModifiers(RoleMethod method, Report report) {
    Set<Modifier> modifiers = method.element().getModifiers();
    if (modifiers.contains(Modifier.PRIVATE)) {
      report.error(method.place(), MethodMessages.privateMethod(method));
    } else if (!isCallable(method)) {
      report.error(method.place(), MethodMessages.protectedElsewhere(method));
    }
    if (modifiers.contains(Modifier.STATIC)) {
      report.error(method.place(), MethodMessages.staticMethod(method));
    }
    if (!method.element().getTypeParameters().isEmpty()) {
      report.error(method.place(), MethodMessages.genericMethod(method));
    }
    if (method.element().isVarArgs()) {
      report.error(method.place(), MethodMessages.varargsMethod(method));
    }
  }

  // The module is in the handler's package and no subclass: what a superclass in another package
  // makes less than public is out of its reach.
  private static boolean isCallable(RoleMethod method) {
    PackageElement declaredIn = MoreElements.getPackage(method.element());
    return method.element().getModifiers().contains(Modifier.PUBLIC)
        || declaredIn.equals(MoreElements.getPackage(method.handler()));
  }

  private static void checkSpecialParameters(RoleMethod method, Report report) {
    Set<ParameterKind> seen = EnumSet.noneOf(ParameterKind.class);
    for (RoleMethod.Parameter parameter : method.parameters()) {
      ParameterKind kind = ParameterKind.of(parameter.type());
      if (kind != ParameterKind.INPUT && !seen.add(kind)) {
        report.error(
            method.placeOf(parameter), MethodMessages.parameterTwice(method, parameter.type()));
      } else if (OF_THE_ATTEMPT.contains(kind) && seen.containsAll(OF_THE_ATTEMPT)) {
        report.error(method.placeOf(parameter), MethodMessages.contextAndPending(method));
      }
    }
  }

  private void checkTypesAreVisible(RoleMethod method, Report report) {
    PackageElement from = MoreElements.getPackage(method.handler());
    for (RoleMethod.Parameter parameter : method.parameters()) {
      types
          .hiddenFrom(from, parameter.type())
          .ifPresent(
              hidden ->
                  report.error(
                      method.placeOf(parameter), MethodMessages.hiddenType(method, hidden)));
    }
  }
}
