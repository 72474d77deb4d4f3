package dev.longhaul.processor.check;

import com.google.auto.common.MoreElements;
import dev.longhaul.processor.diagnostic.MethodRule;
import dev.longhaul.processor.diagnostic.Report;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeParameterElement;

/** What every method with a role must be, so that generated code can call it. */
final class MethodCheck {
  private static final Set<ParameterKind> OF_THE_ATTEMPT =
      Set.of(ParameterKind.CONTEXT, ParameterKind.PENDING);

  private final TypeTool types;

  MethodCheck(TypeTool types) {
    this.types = types;
  }

  void check(RoleMethod method, Report report) {
    checkDeclaration(method, report);
    checkSpecialParameters(method, report);
    checkTypesAreVisible(method, report);
  }

  /** What is wrong whatever the types of its parameters are. */
  static void checkDeclaration(RoleMethod method, Report report) {
    Set<Modifier> modifiers = method.element().getModifiers();
    if (modifiers.contains(Modifier.PRIVATE)) {
      report.add(MethodRule.PRIVATE, method.place(), method.subject(), method.signature());
    } else if (!isCallable(method)) {
      report.add(MethodRule.OUT_OF_REACH, method.place(), method.subject(), method.signature());
    }
    if (modifiers.contains(Modifier.STATIC)) {
      report.add(MethodRule.STATIC, method.place(), method.subject(), method.signature());
    }
    for (TypeParameterElement parameter : method.element().getTypeParameters()) {
      report.add(MethodRule.GENERIC, method.placeOf(parameter), method.subject(), parameter);
    }
    if (method.element().isVarArgs()) {
      List<RoleMethod.Parameter> parameters = method.parameters();
      RoleMethod.Parameter last = parameters.get(parameters.size() - 1);
      report.add(
          MethodRule.VARARGS,
          method.placeOf(last),
          method.subject(),
          Show.type(last.type()) + " " + last.name());
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
      ParameterKind kind = parameter.kind();
      if (kind != ParameterKind.INPUT && !seen.add(kind)) {
        report.add(
            MethodRule.PARAMETER_TWICE,
            method.placeOf(parameter),
            method.subject(),
            Show.type(parameter.type()));
      } else if (OF_THE_ATTEMPT.contains(kind) && seen.containsAll(OF_THE_ATTEMPT)) {
        report.add(MethodRule.CONTEXT_AND_PENDING, method.placeOf(parameter), method.subject());
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
                  report.add(
                      MethodRule.HIDDEN_TYPE,
                      method.placeOf(parameter),
                      method.subject(),
                      Show.type(MoreElements.asType(hidden)),
                      hidden.getSimpleName()));
    }
  }
}
