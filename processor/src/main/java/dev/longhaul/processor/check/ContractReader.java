package dev.longhaul.processor.check;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Reads the methods of a contract under the names that Temporal's Java SDK gives them: the one in
 * {@code @ActivityMethod}, or the capitalised name behind the prefix of the {@code
 * ActivityInterface} that claims the method, which is the nearest annotated one below its
 * declaration. The annotations are known by name alone, so that nothing depends on the SDK.
 */
final class ContractReader {
  private static final String ACTIVITY_METHOD = "io.temporal.activity.ActivityMethod";
  private static final String ACTIVITY_INTERFACE = "io.temporal.activity.ActivityInterface";

  private final TypeTool types;
  private final TypeElement contract;
  private final List<ContractMethod> claimed = new ArrayList<>();

  private ContractReader(TypeTool types, TypeElement contract) {
    this.types = types;
    this.contract = contract;
  }

  static List<ContractMethod> read(TypeElement contract, TypeTool types) {
    ContractReader reader = new ContractReader(types, contract);
    // A plain interface has no prefix.
    reader.claim(reader.unclaimed(contract), "");
    return List.copyOf(reader.claimed);
  }

  /** The methods of the interface and those above it that no annotated interface claims. */
  private List<ExecutableElement> unclaimed(TypeElement type) {
    List<ExecutableElement> methods = new ArrayList<>();
    for (TypeMirror parent : type.getInterfaces()) {
      methods.addAll(unclaimed(MoreTypes.asTypeElement(parent)));
    }
    ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(ContractReader::isCallable)
        .forEach(methods::add);
    if (!MoreElements.isAnnotationPresent(type, ACTIVITY_INTERFACE)) {
      return methods;
    }
    claim(methods, text(type, ACTIVITY_INTERFACE, "namePrefix").orElse(""));
    return List.of();
  }

  private void claim(List<ExecutableElement> methods, String prefix) {
    for (ExecutableElement method : methods) {
      String type =
          text(method, ACTIVITY_METHOD, "name")
              .orElseGet(() -> prefix + capitalized(method.getSimpleName().toString()));
      claimed.add(new ContractMethod(contract, type, method, types.memberOf(contract, method)));
    }
  }

  private static boolean isCallable(ExecutableElement method) {
    return !method.getModifiers().contains(Modifier.STATIC)
        && !method.getModifiers().contains(Modifier.PRIVATE);
  }

  private static Optional<String> text(Element element, String annotation, String attribute) {
    return MoreElements.getAnnotationMirror(element, annotation).toJavaUtil().stream()
        .flatMap(
            mirror -> AnnotationMirrors.getAnnotationValuesWithDefaults(mirror).entrySet().stream())
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
        .map(entry -> entry.getValue().getValue().toString())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
