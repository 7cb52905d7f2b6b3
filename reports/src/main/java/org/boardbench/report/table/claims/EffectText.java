package org.boardbench.report.table.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.boardbench.report.claims.Effect;
import org.boardbench.report.claims.JudgedClaim;
import org.boardbench.report.claims.JudgedClaim.JudgedStatement;
import org.boardbench.report.claims.Verdict;
import org.boardbench.report.table.NumberText;

/** What a choice does, in words. */
final class EffectText {
  private static final int PERCENT = 100;

  private EffectText() {}

  /**
   * {@code helps (rtt_p95_ms at 700 users 32 % less); undecided (rtt_p95_ms at 300 users: needs n =
   * 9, has 6)}.
   *
   * @param claim of effects that were judged
   */
  static String verdict(JudgedClaim claim) {
    Map<String, List<String>> byVerdict = new LinkedHashMap<>();
    claim.statements().stream()
        .sorted(Comparator.comparing(JudgedStatement::verdict))
        .forEach(
            one -> byVerdict.computeIfAbsent(verdict(one), _ -> new ArrayList<>()).add(part(one)));
    return byVerdict.entrySet().stream()
        .map(one -> one.getKey() + " (" + String.join(", ", one.getValue()) + ")")
        .collect(Collectors.joining("; "));
  }

  /** {@code helps}, or {@code no difference larger than 10 %}. */
  static String verdict(JudgedStatement statement) {
    String word = statement.verdict().word();
    return statement.verdict() == Verdict.NO_DIFFERENCE
        ? word + " larger than " + percent(effect(statement).counts())
        : word;
  }

  /** {@code less is better, 10 % counts}. */
  static String asked(Effect effect) {
    return effect.better().word() + " is better, " + percent(effect.counts()) + " counts";
  }

  private static String part(JudgedStatement statement) {
    Effect effect = effect(statement);
    return switch (statement.verdict()) {
      case HELPS, HARMS -> effect.what() + " " + size(effect);
      case UNDECIDED -> effect.what() + ": " + statement.why();
      default -> effect.what();
    };
  }

  /** {@code 32 % less}, {@code at least 41 % more} or {@code 3.2 times as much}. */
  private static String size(Effect effect) {
    double ratio = effect.estimate().orElseThrow();
    boolean isBound = effect.ratio().isAtLeast() || effect.ratio().isAtMost();
    String most = isBound ? "at least " : "";
    if (ratio < 1) {
      return most + percent(1 - ratio) + " less";
    }
    return ratio < 2
        ? most + percent(ratio - 1) + " more"
        : most + NumberText.rounded(ratio) + " times as much";
  }

  private static String percent(double relative) {
    return NumberText.count(PERCENT * relative) + " %";
  }

  private static Effect effect(JudgedStatement statement) {
    return (Effect) statement.evidence().seen();
  }
}
