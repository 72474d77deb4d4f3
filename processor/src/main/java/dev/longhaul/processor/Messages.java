package dev.longhaul.processor;

import com.palantir.javapoet.ClassName;
import dev.longhaul.api.Durations;
import dev.longhaul.api.spi.CompletionForm;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** The wording of everything that can be wrong: what was found, why it is wrong, what to do. */
final class Messages {
  private Messages() {}

  // The handler class.

  static String noClass(TypeElement type) {
    return "@AsyncActivityHandler is on "
        + show(type)
        + ", which is no class, so the runtime cannot create it. Fix: annotate a class";
  }

  static String abstractClass(TypeElement handler) {
    return say(handler, "is abstract, so the runtime cannot create it", "make it a concrete class");
  }

  static String privateClass(TypeElement handler) {
    return say(
        handler,
        "is private or in a private class, so generated code cannot name it",
        "make it package-private");
  }

  static String innerClass(TypeElement handler) {
    return say(
        handler,
        "is an inner class, so it needs an instance of the class around it",
        "make it static");
  }

  static String genericClass(TypeElement handler) {
    return say(
        handler,
        "has type parameters, which nothing at run time can fill in",
        "write the actual types, perhaps in a subclass");
  }

  static String unnamedPackage(TypeElement handler) {
    return say(
        handler,
        "is in the unnamed package, from which no other class can import its module",
        "put it in a package");
  }

  static String noConstructor(TypeElement handler) {
    return say(
        handler,
        "has no constructor that Guice can use",
        "annotate one with jakarta.inject.Inject, or add one without parameters that is not"
            + " private");
  }

  static String severalConstructors(TypeElement handler) {
    return say(
        handler,
        "has several constructors with @Inject, and Guice takes only one",
        "annotate one of them");
  }

  static String oldInject(TypeElement handler) {
    return say(
        handler,
        "has a constructor with javax.inject.Inject, which Guice ignores since version 7",
        "import jakarta.inject.Inject");
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

  static String limitOfOtherForm(String attribute, CompletionForm form) {
    return attribute
        + " does not limit activities of the "
        + form
        + " form, which the @OnStart method gives this handler. Fix: "
        + (form == CompletionForm.EXTERNAL
            ? "maxOutstanding limits open external activities"
            : "maxConcurrent limits running activities; or take a PendingActivity");
  }

  static String contractIsNoInterface(TypeMirror type) {
    return "contract "
        + type
        + " is no interface, and workflows call activities through interfaces. Fix: name the"
        + " interface that declares the activity";
  }

  static String notInContract(
      HandlerSpec handler, TypeElement contract, List<ContractMethod> methods) {
    return "contract "
        + show(contract)
        + " has no method for the activity type \""
        + handler.activityType()
        + "\". Fix: set activityType to what it has: "
        + methods.stream().map(ContractMethod::activityType).sorted().toList();
  }

  // Several handlers.

  static String duplicateName(HandlerSpec first, HandlerSpec second) {
    return "handlers "
        + show(first.attributes().handler())
        + " and "
        + show(second.attributes().handler())
        + " both have the name \""
        + second.name()
        + "\", which is the key of one handler in configuration. Fix: set another name on one of"
        + " them";
  }

  static String duplicateType(HandlerSpec first, HandlerSpec second, String queue) {
    return "handlers "
        + show(first.attributes().handler())
        + " and "
        + show(second.attributes().handler())
        + " both handle the activity type \""
        + second.activityType()
        + "\" on the task queue \""
        + queue
        + "\", so it is unclear which one gets a task. Fix: change the type or the queue of one of"
        + " them";
  }

  // Writing.

  static String notWritten(ClassName type, IOException reason) {
    return type + " could not be written: " + reason.getMessage();
  }

  static String indexNameIsNoName(String option) {
    return "-A"
        + HandlerIndexProcessor.INDEX_OPTION
        + "="
        + option
        + " is no class name with a package. Fix: write it like com.acme.AcmeHandlers";
  }

  static String indexNotWritten(IOException reason) {
    return "the index of handlers could not be written: " + reason.getMessage();
  }

  private static String say(TypeElement handler, String found, String fix) {
    return "handler " + show(handler) + " " + found + ". Fix: " + fix;
  }

  private static String show(TypeElement type) {
    return String.join(".", ClassName.get(type).simpleNames());
  }
}
