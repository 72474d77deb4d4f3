package dev.longhaul.processor;

import com.palantir.javapoet.ClassName;
import dev.longhaul.api.Durations;
import dev.longhaul.api.spi.CompletionForm;
import java.io.IOException;
import java.time.Duration;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** The wording of everything that can be wrong: what was found, why it is wrong, what to do. */
final class Messages {
  private Messages() {}

  // The methods of a handler.

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

  // The annotation.

  static String blank(String attribute) {
    return attribute
        + " is blank, so it names nothing. Fix: write a name, or leave the attribute out";
  }

  static String padded(String attribute, String text) {
    return attribute
        + " \""
        + text
        + "\" has space around it, and names are compared exactly. Fix: remove the space";
  }

  static String placeholderNotHere(String attribute, String text) {
    return attribute
        + " \""
        + text
        + "\" has a placeholder, which only taskQueue may have. Fix: write the value"
        + (attribute.equals("name") || attribute.equals("activityType")
            ? ""
            : ", or leave the attribute out and set it by configuration");
  }

  static String malformedPlaceholder(String text, String mistake) {
    return "taskQueue \""
        + text
        + "\" cannot be read: "
        + mistake
        + ". Fix: write ${key} or ${key:default}";
  }

  static String reservedName(String text) {
    return "name \""
        + text
        + "\" is the key of the values for all handlers, so a handler cannot have it. Fix: choose"
        + " another name";
  }

  static String nameIsNoKey(String text) {
    return "name \""
        + text
        + "\" has a dot or a space, which a key in configuration cannot have. Fix: use letters,"
        + " digits, - and _";
  }

  static String noDuration(String attribute, IllegalArgumentException mistake) {
    return attribute
        + ": "
        + mistake.getMessage()
        + (attribute.equals("heartbeatInterval") ? "; or \"auto\" or \"none\"" : "");
  }

  static String notPositive(String attribute, String text) {
    return attribute
        + " is "
        + text
        + ", which no count or rate can be. Fix: write a positive number, or 0 for no limit";
  }

  static String intervalTooLong(Duration interval, Duration timeout, Duration longest) {
    return "heartbeatInterval "
        + Durations.format(interval)
        + " is more than 0.8 of the expectedHeartbeatTimeout "
        + Durations.format(timeout)
        + ", so one late heartbeat would time the activity out. Fix: at most "
        + Durations.format(longest);
  }

  // Writing.

  static String notWritten(ClassName type, IOException reason) {
    return type + " could not be written: " + reason.getMessage();
  }

  static String indexNotWritten(IOException reason) {
    return "the index of handlers could not be written: " + reason.getMessage();
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
