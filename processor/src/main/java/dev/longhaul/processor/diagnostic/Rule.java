package dev.longhaul.processor.diagnostic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that can be wrong. The id never changes its meaning; {@code docs/diagnostics.md} has an
 * example of each.
 */
public sealed interface Rule
    permits ClassRule,
        SettingRule,
        NameRule,
        MethodRule,
        ResultRule,
        HookRule,
        ContractRule,
        BuildRule,
        BatchRule {

  /** What is said. */
  Wording wording();

  /** As in {@code LH012}. */
  default String id() {
    return wording().id();
  }

  /** All rules, in the order of their ids. */
  static List<Rule> all() {
    return Stream.<Rule[]>of(
            ClassRule.values(),
            SettingRule.values(),
            NameRule.values(),
            MethodRule.values(),
            ResultRule.values(),
            HookRule.values(),
            ContractRule.values(),
            BuildRule.values(),
            BatchRule.values())
        .flatMap(Arrays::stream)
        .sorted(Comparator.comparing(Rule::id))
        .toList();
  }
}
