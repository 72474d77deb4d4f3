package dev.longhaul.processor.check;

import dev.longhaul.processor.diagnostic.Place;
import dev.longhaul.processor.diagnostic.Report;
import dev.longhaul.processor.diagnostic.ResultRule;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds methods whose result comes later in a way that the runtime does not understand. */
final class LaterCheck {
  private static final String CONTINUATION = "kotlin.coroutines.Continuation";
  private static final List<String> PUBLISHERS =
      List.of("org.reactivestreams.Publisher", "java.util.concurrent.Flow.Publisher");

  private final TypeTool types;

  LaterCheck(TypeTool types) {
    this.types = types;
  }

  /** Whether the result comes in a way that is understood; otherwise that is reported. */
  boolean isUnderstood(RoleMethod method, Report report) {
    return !isSuspended(method, report)
        && !isPublisher(method, report)
        && !isFuture(method, report);
  }

  /** Reports a stage or a pending activity of a value that itself comes later. */
  void checkNested(
      TypeMirror outer, TypeMirror value, RoleMethod method, Place place, Report report) {
    if (types.isFuture(value)) {
      String inner = Show.type(value);
      String flat = Show.type(outer).replace(inner, argument(value));
      report.add(
          ResultRule.NESTED,
          place,
          method.subject(),
          Show.type(outer),
          inner,
          types.as(outer, CompletionStage.class).isPresent()
              ? flat + ", for instance with thenCompose"
              : flat + ", to be completed with the value when it is there");
    }
  }

  private boolean isSuspended(RoleMethod method, Report report) {
    boolean suspended =
        method.parameters().stream().anyMatch(p -> types.isA(p.type(), CONTINUATION));
    if (suspended) {
      report.add(
          ResultRule.SUSPEND,
          method.place(),
          method.subject(),
          "a function without suspend that returns CompletionStage");
    }
    return suspended;
  }

  private boolean isPublisher(RoleMethod method, Report report) {
    boolean publisher = PUBLISHERS.stream().anyMatch(name -> types.isA(method.returnType(), name));
    if (publisher) {
      report.add(
          ResultRule.REACTIVE,
          method.place(),
          method.subject(),
          Show.type(method.returnType()),
          argument(method.returnType()));
    }
    return publisher;
  }

  private boolean isFuture(RoleMethod method, Report report) {
    TypeMirror type = method.returnType();
    boolean future =
        types.as(type, CompletionStage.class).isEmpty() && types.as(type, Future.class).isPresent();
    if (future) {
      report.add(
          ResultRule.FUTURE, method.place(), method.subject(), Show.type(type), argument(type));
    }
    return future;
  }

  private static String argument(TypeMirror type) {
    return type instanceof DeclaredType declared
        ? TypeTool.onlyArgument(declared).map(Show::type).orElse("Object")
        : "Object";
  }
}
