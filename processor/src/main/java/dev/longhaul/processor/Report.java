package dev.longhaul.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** Collects what is wrong, to be printed once. Not thread-safe. */
final class Report {
  private final Map<Place, List<String>> errors = new LinkedHashMap<>();
  private final Map<Place, List<String>> warnings = new LinkedHashMap<>();

  void error(Place place, String message) {
    errors.computeIfAbsent(place, p -> new ArrayList<>()).add(message);
  }

  void warning(Place place, String message) {
    warnings.computeIfAbsent(place, p -> new ArrayList<>()).add(message);
  }

  void add(Report other) {
    other.errors.forEach((place, texts) -> texts.forEach(text -> error(place, text)));
    other.warnings.forEach((place, texts) -> texts.forEach(text -> warning(place, text)));
  }

  boolean hasErrors() {
    return !errors.isEmpty();
  }

  void print(Messager messager) {
    print(messager, Diagnostic.Kind.ERROR, errors);
    print(messager, Diagnostic.Kind.WARNING, warnings);
  }

  // One message for each place: javac drops a second error at the same position.
  private static void print(
      Messager messager, Diagnostic.Kind kind, Map<Place, List<String>> messages) {
    messages.forEach(
        (place, texts) ->
            messager.printMessage(
                kind,
                String.join("\n", texts),
                place.element(),
                place.annotation(),
                place.value()));
  }
}
