package dev.longhaul.processor.diagnostic;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** Collects what is wrong, to be printed once. Not thread-safe. */
public final class Report {
  private record Finding(Rule rule, Place place, String text) {}

  private final Set<Finding> findings = new LinkedHashSet<>();

  /**
   * Adds a finding, unless it is a warning that is suppressed there.
   *
   * @param names what stands for {@code %1$s} and so on in the words of the rule
   */
  public void add(Rule rule, Place place, Object... names) {
    if (rule.wording().kind() == Diagnostic.Kind.ERROR || !Suppression.of(rule, place)) {
      findings.add(new Finding(rule, place, rule.wording().text(names)));
    }
  }

  public void addAll(Report other) {
    findings.addAll(other.findings);
  }

  public boolean hasErrors() {
    return findings.stream()
        .anyMatch(finding -> finding.rule().wording().kind() == Diagnostic.Kind.ERROR);
  }

  public void print(Messager messager) {
    for (Finding finding : findings) {
      Place place = finding.place().as(messager);
      messager.printMessage(
          finding.rule().wording().kind(),
          finding.text(),
          place.element(),
          place.annotation(),
          place.value());
    }
  }
}
