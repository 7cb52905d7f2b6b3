package org.boardbench.micro.run;

import java.util.OptionalDouble;
import org.boardbench.results.row.MicroRow;
import org.boardbench.view.terminal.text.Figures;

/** {@code 1240 ± 31.0 ns/op, 560 B/op}: a score, and half its interval over forks. */
final class ScoreText {
  private ScoreText() {}

  static String of(MicroRow row) {
    MicroRow.Score score = row.score();
    OptionalDouble ofForks = row.forks().error();
    String error = ofForks.isPresent() ? " ± " + Figures.number(ofForks.getAsDouble()) : "";
    OptionalDouble bytes = row.costs().allocBytesPerOp();
    String allocated =
        bytes.isPresent() ? ", " + Figures.number(bytes.getAsDouble()) + " B/op" : "";
    return Figures.number(score.value()) + error + " " + score.unit() + allocated;
  }
}
