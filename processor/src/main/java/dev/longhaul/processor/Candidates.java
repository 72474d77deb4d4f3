package dev.longhaul.processor;

import dev.longhaul.processor.check.Undefined;
import dev.longhaul.processor.check.UndefinedAnnotations;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The classes with one of our annotations. Each is looked at in the first round in which all types
 * that it names exist. Not thread-safe.
 */
final class Candidates {
  private final Elements elements;
  private final UndefinedAnnotations undefinedAnnotations;
  private final List<String> annotations;
  private final List<String> waiting = new ArrayList<>();

  Candidates(ProcessingEnvironment environment, List<Class<? extends Annotation>> annotations) {
    this.elements = environment.getElementUtils();
    this.undefinedAnnotations = new UndefinedAnnotations(environment);
    this.annotations = annotations.stream().map(Class::getCanonicalName).toList();
  }

  /**
   * The classes that were not looked at yet.
   *
   * @param found the annotations of this round; not looked up by name, since in a named module some
   *     compilers do not find them so
   */
  List<TypeElement> next(Set<? extends TypeElement> found, RoundEnvironment round) {
    Map<String, TypeElement> all = new LinkedHashMap<>();
    waiting().forEach(type -> all.put(name(type), type));
    for (TypeElement annotation : inOrder(found)) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        TypeElement type = enclosingType(element);
        if (type != null) {
          all.putIfAbsent(name(type), type);
        }
      }
    }
    waiting.clear();
    return List.copyOf(all.values());
  }

  /** Whether the class can be looked at now; otherwise it is among the next ones again. */
  boolean isReady(TypeElement type) {
    boolean ready = !Undefined.isIn(type) && !undefinedAnnotations.areIn(type);
    if (!ready) {
      waiting.add(name(type));
    }
    return ready;
  }

  /** The classes that name types which do not exist, as far as it is known. */
  List<TypeElement> waiting() {
    // Looked up anew: compilers make new elements for each round.
    return waiting.stream()
        .<@Nullable TypeElement>map(elements::getTypeElement)
        .filter(type -> type != null)
        .<TypeElement>map(type -> type)
        .toList();
  }

  // Compilers give them in any order; ours makes diagnostics come in the same one each time.
  private List<TypeElement> inOrder(Set<? extends TypeElement> found) {
    return annotations.stream()
        .flatMap(annotation -> found.stream().filter(type -> name(type).equals(annotation)))
        .<TypeElement>map(type -> type)
        .toList();
  }

  private static String name(TypeElement type) {
    return type.getQualifiedName().toString();
  }

  private static @Nullable TypeElement enclosingType(Element element) {
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      if (e instanceof TypeElement type) {
        return type;
      }
    }
    return null;
  }
}
