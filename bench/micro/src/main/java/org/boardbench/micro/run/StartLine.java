package org.boardbench.micro.run;

import java.nio.file.Path;
import org.boardbench.view.terminal.text.Figures;

/** What a run says of itself before it begins. */
final class StartLine {
  private StartLine() {}

  static String text(int cases, boolean isQuick, Path folder, PaceLeft left) {
    return (isQuick ? "quick microbenchmarks (no figures to rely on): " : "microbenchmarks: ")
        + cases
        + (cases == 1 ? " case, about " : " cases, about ")
        + Figures.about(left.remaining())
        + ", results in "
        + folder;
  }
}
