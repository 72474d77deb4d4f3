package dev.longhaul.processor.check;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import dev.longhaul.processor.diagnostic.BatchRule;
import dev.longhaul.processor.diagnostic.MethodRule;
import dev.longhaul.processor.diagnostic.NearMiss;
import dev.longhaul.processor.diagnostic.Place;
import dev.longhaul.processor.diagnostic.Report;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.util.ElementFilter;

/** Finds the methods of a handler that have a role. */
final class MethodFinder {
  private final TypeTool types;

  MethodFinder(TypeTool types) {
    this.types = types;
  }

  /**
   * The method that starts the work, of one activity or of several at once, if there is one;
   * anything else is reported.
   */
  Optional<RoleMethod> findStart(TypeElement handler, Report report) {
    Optional<RoleMethod> start = find(handler, Role.START, report);
    Optional<RoleMethod> batch = find(handler, Role.BATCH, report);
    if (start.isPresent() && batch.isPresent() && !isSame(start.get(), batch.get())) {
      report.add(
          BatchRule.START_AND_BATCH,
          batch.get().place(),
          Show.type(handler),
          start.get().name(),
          batch.get().name());
    } else if (start.isEmpty() && batch.isEmpty()) {
      report.add(
          MethodRule.NO_START,
          Place.of(handler),
          Show.type(handler),
          unannotated(handler, Role.START).orElse("@OnStart void start()"));
    }
    return batch.or(() -> start);
  }

  // Both annotations on one method are told of as two roles.
  private static boolean isSame(RoleMethod one, RoleMethod other) {
    return one.element().equals(other.element());
  }

  /** The method with the role, if there is one; a second one is reported. */
  Optional<RoleMethod> find(TypeElement handler, Role role, Report report) {
    List<RoleMethod> found = all(handler, role);
    found.stream()
        .skip(1)
        .forEach(
            extra ->
                report.add(
                    MethodRule.SEVERAL,
                    extra.place(),
                    Show.type(handler),
                    role,
                    found.get(0).name(),
                    extra.name()));
    found.forEach(method -> checkOtherRoles(method, report));
    return found.stream().findFirst();
  }

  /** The declaration of the method that was likely meant to have the role, with its annotation. */
  static Optional<String> unannotated(TypeElement handler, Role role) {
    List<ExecutableElement> plain =
        ElementFilter.methodsIn(handler.getEnclosedElements()).stream()
            .filter(MethodFinder::mayGetARole)
            .toList();
    return plain.stream()
        .filter(method -> isUsualName(method, role))
        .findFirst()
        .or(() -> plain.stream().filter(m -> role == Role.START && plain.size() == 1).findFirst())
        .map(
            method ->
                role + " " + new RoleMethod(handler, role, method, typeOf(method)).signature());
  }

  private static boolean mayGetARole(ExecutableElement method) {
    return !method.getModifiers().contains(Modifier.PRIVATE)
        && !method.getModifiers().contains(Modifier.STATIC)
        && Arrays.stream(Role.values()).noneMatch(role -> isAnnotated(method, role));
  }

  private static boolean isUsualName(ExecutableElement method, Role role) {
    return NearMiss.of(method.getSimpleName().toString(), role.usualNames()).isPresent();
  }

  private static void checkOtherRoles(RoleMethod method, Report report) {
    for (Role other : Role.values()) {
      // Each pair once.
      if (other.compareTo(method.role()) > 0 && isAnnotated(method.element(), other)) {
        report.add(MethodRule.TWO_ROLES, method.place(), method.subject(), other);
      }
    }
  }

  private static boolean isAnnotated(ExecutableElement method, Role role) {
    return MoreElements.isAnnotationPresent(method, role.annotation());
  }

  /** The methods with a role that stand in the class itself. */
  static Stream<RoleMethod> declared(TypeElement handler) {
    return ElementFilter.methodsIn(handler.getEnclosedElements()).stream()
        .flatMap(
            method ->
                Arrays.stream(Role.values())
                    .filter(role -> isAnnotated(method, role))
                    .map(role -> new RoleMethod(handler, role, method, typeOf(method))));
  }

  private List<RoleMethod> all(TypeElement handler, Role role) {
    return types.methods(handler).stream()
        .filter(method -> isAnnotated(method, role))
        .map(method -> new RoleMethod(handler, role, method, types.memberOf(handler, method)))
        .toList();
  }

  private static ExecutableType typeOf(ExecutableElement method) {
    return MoreTypes.asExecutable(method.asType());
  }
}
