package dev.longhaul.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random handler.
 *
 * @param wrong whether a mistake was put in on purpose
 */
record Shape(String name, String source, boolean wrong) {

  static Shape random(String name, Random random) {
    return new Builder(name, random).build();
  }

  /** Puts a handler together, each part right most of the time. */
  private static final class Builder {
    private static final List<String> TYPES =
        List.of(
            "int",
            "long",
            "boolean",
            "char",
            "double",
            "String",
            "byte[]",
            "int[][]",
            "Object",
            "List<String>",
            "Map<String, List<Integer>>",
            "Optional<Value>",
            "Value",
            "Value[]",
            "List<? extends Value>",
            "List<String>[]",
            "Deque<Map.Entry<String, ?>>",
            "UUID",
            "Kind",
            "@Nullable String",
            "List<@Nullable Value[]>",
            "java.time.Duration",
            "List");
    private static final List<String> WRONG_TYPES =
        List.of(
            "java.io.InputStream",
            "Iterator<String>",
            "List<Thread>",
            "Inner",
            "Hidden",
            "java.util.stream.Stream<Value>",
            "Map<String, CompletionStage<String>>",
            "StopRequest");
    private static final List<String> RESULTS =
        List.of("String", "Integer", "List<Value>", "Void", "Map<String, byte[]>", "Value[]");
    private static final List<String> ATTRIBUTES =
        List.of(
            "taskQueue = \"${a.b:c}\"",
            "heartbeatInterval = \"10s\"",
            "onPause = PauseAction.STOP",
            "cancellationGrace = \"PT1M\"",
            "ratePerSecond = 0.5",
            "activityType = \"*/ \\\\u002a\"",
            "expectedHeartbeatTimeout = \"1m\"");
    private static final List<String> WRONG_ATTRIBUTES =
        List.of(
            "taskQueue = \"${a\"",
            "heartbeatInterval = \"10\"",
            "maxConcurrent = -5",
            "cancellationGrace = \"soon\"",
            "contract = String.class",
            "activityType = \" x\"");

    private final String name;
    private final Random random;
    private boolean wrong;

    Builder(String name, Random random) {
      this.name = name;
      this.random = random;
    }

    Shape build() {
      String result = pick(RESULTS);
      int form = random.nextInt(4);
      String members = constructor() + start(form, result) + hooks(form == 3, result);
      String body =
          """
            enum Kind { ONE }
            record Value(String id, List<Value> more) {}
            private static class Hidden {}
            class Inner {}
          """
              + members;
      String type =
          annotation() + modifiers() + "class " + name + generics() + " {\n" + body + "}\n";
      String source =
          """
          package com.acme.shapes;
          import dev.longhaul.api.*;
          import java.util.*;
          import java.util.concurrent.*;
          import org.jspecify.annotations.Nullable;
          """
              + (chance(4) ? "class Outer" + name + " {\nstatic " + type + "}\n" : type);
      return new Shape(name, source, wrong);
    }

    private String annotation() {
      List<String> attributes = new ArrayList<>();
      if (chance(2)) {
        attributes.add(pick(ATTRIBUTES));
      }
      if (mistake()) {
        attributes.clear();
        attributes.add(pick(WRONG_ATTRIBUTES));
      }
      return "@SuppressWarnings({\"LH078\", \"LH084\"})\n@AsyncActivityHandler("
          + String.join(", ", attributes)
          + ")\n";
    }

    private String modifiers() {
      return mistake() ? "abstract " : chance(2) ? "final " : "";
    }

    private String generics() {
      return mistake() ? "<T extends Comparable<T>>" : "";
    }

    private String constructor() {
      if (mistake()) {
        return "  " + name + "(String a) {}\n";
      }
      return chance(2)
          ? ""
          : "  @jakarta.inject.Inject private " + name + "(String a, Random r) {}\n";
    }

    private String start(int form, String result) {
      List<String> parameters = new ArrayList<>();
      int inputs = random.nextInt(4);
      for (int i = 0; i < inputs; i++) {
        parameters.add((mistake() ? pick(WRONG_TYPES) : pick(TYPES)) + " in" + i);
      }
      if (form == 3) {
        parameters.add(random.nextInt(parameters.size() + 1), "PendingActivity<" + result + "> p");
      } else if (chance(2)) {
        parameters.add(random.nextInt(parameters.size() + 1), "ActivityContext context");
      }
      String type =
          switch (form) {
            case 0, 3 -> "void";
            case 1 -> result;
            default -> pick(List.of("CompletionStage", "CompletableFuture")) + "<" + result + ">";
          };
      if (mistake()) {
        type =
            pick(List.of("Future<String>", "CompletionStage<?>", "CompletionStage<Future<Void>>"));
      }
      String modifier = mistake() ? pick(List.of("private ", "static ", "<T> ")) : "";
      String annotation = mistake() ? "" : "@OnStart ";
      return method(annotation + modifier + type + " start", parameters, type);
    }

    private String hooks(boolean external, String result) {
      StringBuilder hooks = new StringBuilder();
      for (String hook : List.of("OnHeartbeat", "OnCancel")) {
        if (chance(2)) {
          List<String> parameters = new ArrayList<>();
          if (chance(2)) {
            parameters.add(external ? "PendingActivity<" + result + "> p" : "ActivityContext c");
          }
          if (hook.equals("OnCancel") && chance(2)) {
            parameters.add("StopRequest why");
          }
          if (mistake()) {
            parameters.add("String input");
          }
          String type = pick(List.of("void", "int", "Value", "CompletionStage<?>", "List<String>"));
          hooks.append(method("@" + hook + " " + type + " on" + hook, parameters, type));
        }
      }
      return hooks.toString();
    }

    private static String method(String head, List<String> parameters, String type) {
      String value =
          switch (type) {
            case "void" -> "";
            case "int" -> "return 1;";
            default -> "return null;";
          };
      return "  " + head + "(" + String.join(", ", parameters) + ") { " + value + " }\n";
    }

    // One in forty parts, so that about every third handler has one or more.
    private boolean mistake() {
      boolean mistake = random.nextInt(40) == 0;
      wrong |= mistake;
      return mistake;
    }

    private boolean chance(int oneIn) {
      return random.nextInt(oneIn) == 0;
    }

    private <T> T pick(List<T> from) {
      return from.get(random.nextInt(from.size()));
    }
  }
}
