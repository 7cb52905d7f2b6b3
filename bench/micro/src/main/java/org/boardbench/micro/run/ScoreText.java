package org.boardbench.micro.run;

import org.boardbench.cli.progress.Figures;
import org.boardbench.store.MicroRow;

/** {@code 1240 ± 31.0 ns/op, 560 B/op}: a score for a person's eye. */
final class ScoreText {
  private ScoreText() {}

  static String of(MicroRow row) {
    String error =
        row.scoreError().isPresent() ? " ± " + Figures.number(row.scoreError().getAsDouble()) : "";
    String allocated =
        row.allocBytesPerOp().isPresent()
            ? ", " + Figures.number(row.allocBytesPerOp().getAsDouble()) + " B/op"
            : "";
    return Figures.number(row.score()) + error + " " + row.unit() + allocated;
  }
}
