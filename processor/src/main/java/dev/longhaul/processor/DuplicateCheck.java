package dev.longhaul.processor;

import com.google.auto.common.MoreElements;
import dev.longhaul.processor.check.Attributes;
import dev.longhaul.processor.diagnostic.NameRule;
import dev.longhaul.processor.diagnostic.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Handlers of one compilation that would stand in each other's way. Each pair is reported at both
 * places. Not thread-safe.
 */
final class DuplicateCheck {
  private final Map<String, Claim> byName = new HashMap<>();
  private final Map<List<String>, Claim> byQueueAndType = new HashMap<>();

  void add(Claim claim, Report report) {
    Claim sameName = byName.putIfAbsent(claim.name(), claim);
    if (sameName != null) {
      sameName(sameName, claim, report);
      sameName(claim, sameName, report);
    }
    if (!claim.taskQueue().isEmpty()) {
      Claim sameType =
          byQueueAndType.putIfAbsent(List.of(claim.taskQueue(), claim.activityType()), claim);
      if (sameType != null) {
        sameType(sameType, claim, report);
        sameType(claim, sameType, report);
      }
    }
  }

  private static void sameName(Claim here, Claim other, Report report) {
    report.add(
        NameRule.DUPLICATE_NAME,
        Attributes.of(here.handler()).place("name"),
        show(here),
        show(other),
        here.name(),
        suggestion(here.handler()));
  }

  private static void sameType(Claim here, Claim other, Report report) {
    report.add(
        NameRule.DUPLICATE_TYPE,
        Attributes.of(here.handler()).place("activityType"),
        show(here),
        show(other),
        here.activityType(),
        here.taskQueue());
  }

  // Handlers of the same simple name are told apart by their packages.
  private static String show(Claim claim) {
    return claim.handler().getQualifiedName().toString();
  }

  /** The simple name behind that of what is around the class: {@code BillingInvoiceHandler}. */
  private static String suggestion(TypeElement handler) {
    Element around = handler.getEnclosingElement();
    String outer =
        around instanceof TypeElement
            ? around.getSimpleName().toString()
            : capitalized(MoreElements.getPackage(handler).getSimpleName().toString());
    return outer + handler.getSimpleName();
  }

  private static String capitalized(String name) {
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
