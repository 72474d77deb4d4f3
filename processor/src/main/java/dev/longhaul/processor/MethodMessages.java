package dev.longhaul.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.longhaul.api.spi.CompletionForm;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** As {@link Messages}, for what is wrong with methods. */
final class MethodMessages {
  private MethodMessages() {}

  // Any method of a handler.

  static String noStart(TypeElement handler) {
    return "handler "
        + show(handler)
        + " has no @OnStart method, so there is no work to start. Fix: annotate the method that"
        + " starts it";
  }

  static String several(RoleMethod first, RoleMethod extra) {
    return "handler "
        + show(extra.handler())
        + " has two "
        + extra.role()
        + " methods, "
        + first.name()
        + " and "
        + extra.name()
        + ", and one activity has one. Fix: keep one of them";
  }

  static String privateMethod(RoleMethod method) {
    return say(method, "is private, so generated code cannot call it", "make it package-private");
  }

  static String protectedElsewhere(RoleMethod method) {
    return say(
        method,
        "is inherited from another package and not public, so generated code cannot call it",
        "make it public, or override it in " + show(method.handler()) + " with the annotation");
  }

  static String staticMethod(RoleMethod method) {
    return say(method, "is static, but the state of an attempt is in its handler", "remove static");
  }

  static String genericMethod(RoleMethod method) {
    return say(
        method,
        "has type parameters, which nothing at run time can fill in",
        "write the actual types");
  }

  static String varargsMethod(RoleMethod method) {
    return say(
        method,
        "takes a variable number of arguments, but the inputs of an activity are fixed",
        "take an array or a List");
  }

  static String parameterTwice(RoleMethod method, TypeMirror type) {
    return say(
        method,
        "takes " + show(type) + " twice, and there is one for each attempt",
        "take it once");
  }

  static String contextAndPending(RoleMethod method) {
    return say(
        method,
        "takes both ActivityContext and PendingActivity, which are the same attempt",
        "take PendingActivity alone; it is an ActivityContext");
  }

  static String stopRequestNotHere(RoleMethod method) {
    return say(
        method,
        "takes a StopRequest, which only @OnCancel has",
        "take an ActivityContext and use its stopRequest()");
  }

  static String hiddenType(RoleMethod method, Element hidden) {
    return say(
        method,
        "has a parameter of type " + hidden + ", which generated code in its package cannot name",
        "make the type package-private or public");
  }

  static String bothRoles(RoleMethod method, Role other) {
    return say(
        method,
        "is an " + other + " method as well, and these are called at different times",
        "write two methods");
  }

  static String overriddenWithoutAnnotation(
      TypeElement handler, Role role, ExecutableElement overridden) {
    return "handler "
        + show(handler)
        + " overrides "
        + overridden.getEnclosingElement()
        + "."
        + overridden.getSimpleName()
        + ", an "
        + role
        + " method, without "
        + role
        + ", so it would not be called. Fix: repeat the annotation";
  }

  static String outsideHandler(Role role, TypeElement type) {
    return role
        + " is on a method of "
        + show(type)
        + ", which is no handler, so it would not be called. Fix: annotate "
        + show(type)
        + " with @AsyncActivityHandler, or make it abstract if handlers extend it";
  }

  // How an activity completes.

  static String resultAndPending(RoleMethod method) {
    return say(
        method,
        "returns "
            + show(method.returnType())
            + " and takes a PendingActivity, so it is unclear which of them completes the activity",
        "return void, or drop the PendingActivity");
  }

  static String unknownResult(RoleMethod method, TypeMirror type) {
    return say(
        method,
        "has " + show(type) + ", which does not tell the type of the result",
        "write the type argument; Void if there is no result");
  }

  static String futureWithoutStage(RoleMethod method) {
    return say(
        method,
        "returns "
            + show(method.returnType())
            + ", a Future that cannot tell when it is done, being no CompletionStage",
        "return a CompletionStage, or wait for it and return its value");
  }

  static String nestedFuture(RoleMethod method, TypeMirror inner) {
    return say(
        method,
        "has a result that comes later twice: a stage of " + show(inner),
        "flatten it, for instance with thenCompose");
  }

  static String looksExternal(RoleMethod method) {
    return say(
        method,
        "returns void, so it completes the activity when it returns, yet the attempt is to be"
            + " released at shutdown as if someone else would complete it",
        "take a PendingActivity instead of the ActivityContext, or leave onShutdown out");
  }

  static String contractMismatch(StartMethod start, TypeElement contract, ContractMethod expected) {
    return say(
        start.method(),
        "does not have the inputs and the result of "
            + show(contract)
            + "."
            + expected.element()
            + ", which workflows call",
        "declare it as " + expectedSignature(start, expected));
  }

  private static String expectedSignature(StartMethod start, ContractMethod expected) {
    String result = boxedName(expected.type().getReturnType());
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < expected.type().getParameterTypes().size(); i++) {
      parameters.add(
          expected.type().getParameterTypes().get(i)
              + " "
              + expected.element().getParameters().get(i).getSimpleName());
    }
    CompletionForm form = start.completion().form();
    if (form == CompletionForm.EXTERNAL) {
      parameters.add("PendingActivity<" + result + "> pending");
    }
    return switch (form) {
          case BLOCKING -> expected.type().getReturnType().toString();
          case STAGE -> "CompletionStage<" + result + ">";
          case EXTERNAL -> "void";
        }
        + " "
        + start.method().name()
        + "("
        + String.join(", ", parameters)
        + ")";
  }

  private static String boxedName(TypeMirror type) {
    return TypeName.get(type).box().toString();
  }

  // Hooks.

  static String hookParameter(RoleMethod hook, TypeMirror type) {
    return say(
        hook,
        "takes " + show(type) + ", but a hook gets no inputs",
        "keep what it needs in a field when @OnStart is called; a hook may take "
            + (hook.role() == Role.CANCEL ? "StopRequest and " : "")
            + "ActivityContext, or PendingActivity where @OnStart takes it");
  }

  static String pendingInHookOf(CompletionForm form, RoleMethod hook) {
    return say(
        hook,
        "takes a PendingActivity, but the @OnStart method takes none: it completes the activity "
            + (form == CompletionForm.STAGE ? "with its stage" : "when it returns"),
        "take an ActivityContext");
  }

  static String pendingOfAnotherType(RoleMethod hook, TypeMirror found, TypeMirror result) {
    return say(
        hook,
        "takes " + show(found) + ", but @OnStart completes with " + show(result),
        "take PendingActivity<" + show(result) + ">");
  }

  private static String say(RoleMethod method, String found, String fix) {
    return method.role()
        + " method "
        + show(method.handler())
        + "."
        + method.name()
        + " "
        + found
        + ". Fix: "
        + fix;
  }

  private static String show(TypeElement type) {
    return String.join(".", ClassName.get(type).simpleNames());
  }

  private static String show(TypeMirror type) {
    return type.toString();
  }
}
