package org.boardbench.cli;

import java.util.List;
import org.boardbench.plan.model.ValiditySpec;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.results.reason.Bound;
import org.boardbench.results.reason.ClientFigure;
import org.boardbench.results.reason.ClientReason;
import org.boardbench.results.reason.FeltReason;
import org.boardbench.results.reason.ReasonCode;
import org.boardbench.results.table.Cells;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;

/** Words of experiments and results in a few lines each, as they are declared. */
final class Explanations {
  private static final int WIDTH = 100;
  private static final int INDENT = 4;

  private Explanations() {}

  /** Where its value comes from, what it is for, and what it may be. */
  static String of(PlanKey<?> key) {
    String options =
        key.option()
            .map(option -> ", " + String.join(", ", option.names()) + " " + option.label())
            .orElse("");
    String usual = key.usualText().isEmpty() ? "" : "; default: " + key.usualText();
    return lines(key.path() + options, key.doc(), "Value: " + key.bound() + usual);
  }

  /** What happened, what to change, and the keys that set its bounds. */
  static String of(ReasonCode code) {
    List<String> keys = code.bounds().stream().map(Explanations::set).toList();
    return lines(
        code.key(),
        code.meaning(),
        code.isOfTimes()
            ? "Its row's times are in no finding; all else, such as TPS, loss, CPU and memory, is."
            : "No figure of its row is in a finding.",
        "To change: " + code.remedy() + ".",
        (keys.size() == 1 ? "Bound: " : "Bounds: ") + String.join(", ", keys));
  }

  /** What happened, which figures it is about, what to change, and its bound, which is fixed. */
  static String of(ClientReason reason) {
    Bound bound = reason.bound();
    return lines(
        reason.key(),
        reason.meaning(),
        "Of clients.csv; not to be believed then: " + ClientFigure.cell(reason.figures()) + ".",
        "To change: " + reason.remedy() + ".",
        "Bound: " + fixed(bound));
  }

  /** By which key, unless it is fixed. */
  private static String set(Bound bound) {
    return bound.isFixed()
        ? fixed(bound) + ", whatever the plan"
        : ValiditySpec.key(bound).path() + " (default: " + usual(bound) + ")";
  }

  private static String fixed(Bound bound) {
    return (Cells.shortest(bound.usual()) + " " + bound.unit().sign()).strip();
  }

  /** What happened, what to change, and its bound, which is fixed. */
  static String of(FeltReason reason) {
    Bound bound = reason.bound();
    return lines(
        reason.key(),
        reason.meaning(),
        "Of felt.csv; no figure of its row may be cited then.",
        "To change: " + reason.remedy() + ".",
        ("Bound: " + Cells.shortest(bound.usual()) + " " + bound.unit().sign()).strip());
  }

  private static String usual(Bound bound) {
    String text = ValiditySpec.key(bound).usualText();
    return bound.unit() == Bound.Unit.PERCENT ? text + " " + bound.unit().sign() : text;
  }

  private static String lines(String title, String... texts) {
    TextTable table =
        TextTable.forColumns(
            Help.defaultColorScheme(Help.Ansi.OFF),
            new Column(WIDTH, INDENT, Column.Overflow.WRAP));
    for (String text : texts) {
      table.addRowValues(text);
    }
    return title + "\n" + table;
  }
}
