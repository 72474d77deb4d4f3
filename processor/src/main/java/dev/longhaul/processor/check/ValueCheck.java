package dev.longhaul.processor.check;

import dev.longhaul.processor.diagnostic.Place;
import dev.longhaul.processor.diagnostic.Report;
import dev.longhaul.processor.diagnostic.ResultRule;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Finds types, in inputs and results, that no converter can carry. The list is closed: what is not
 * on it, some converter may know.
 */
final class ValueCheck {
  private record Uncarried(List<String> types, String why, String fix) {}

  private static final List<Uncarried> UNCARRIED =
      List.of(
          new Uncarried(
              List.of(
                  "java.io.InputStream",
                  "java.io.OutputStream",
                  "java.io.Reader",
                  "java.io.Writer",
                  "java.nio.channels.Channel"),
              "It is a handle of this process, not data",
              "byte[] or String; or the name of a place that both sides can reach"),
          new Uncarried(
              List.of("java.util.Iterator", "java.util.Spliterator", "java.util.stream.BaseStream"),
              "It can be read once, while this process lives",
              "List"),
          new Uncarried(
              List.of(
                  "java.util.concurrent.CompletionStage",
                  "java.util.concurrent.Future",
                  "java.util.concurrent.Flow.Publisher",
                  "org.reactivestreams.Publisher"),
              "It is a promise of this process, not data",
              "the value itself"),
          new Uncarried(
              List.of(
                  "java.lang.Thread",
                  "java.lang.ThreadGroup",
                  "java.lang.ClassLoader",
                  "java.lang.Process",
                  "java.util.concurrent.Executor",
                  "java.lang.Runnable",
                  "java.util.concurrent.Callable",
                  "java.util.function.Supplier"),
              "It runs in this process, and is no data",
              "a record with the data that it has"));

  private final TypeTool types;

  ValueCheck(TypeTool types) {
    this.types = types;
  }

  /** Reports the parts of the type that cannot be carried. */
  void check(TypeMirror type, RoleMethod method, Place place, Report report) {
    TypeWalk.over(type).forEach(part -> checkPart(part, method, place, report));
  }

  private void checkPart(DeclaredType part, RoleMethod method, Place place, Report report) {
    Optional<Uncarried> uncarried =
        UNCARRIED.stream()
            .filter(one -> one.types().stream().anyMatch(name -> types.isA(part, name)))
            .findFirst();
    if (uncarried.isPresent()) {
      report.add(
          ResultRule.NOT_CARRIED,
          place,
          method.subject(),
          Show.type(part),
          uncarried.get().why(),
          uncarried.get().fix());
    } else if (isInner((TypeElement) part.asElement())) {
      report.add(
          ResultRule.INNER_VALUE,
          place,
          method.subject(),
          Show.type((TypeElement) part.asElement()),
          part.asElement().getSimpleName());
    }
  }

  private static boolean isInner(TypeElement type) {
    return type.getKind() == ElementKind.CLASS
        && type.getNestingKind() == NestingKind.MEMBER
        && !type.getModifiers().contains(Modifier.STATIC);
  }
}
