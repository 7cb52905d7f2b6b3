package org.boardbench.micro.run;

import java.io.PrintStream;
import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import org.boardbench.results.row.MicroRow;
import org.boardbench.view.terminal.text.BarLine;

/** One bar for the whole run. */
final class BarView implements MicroView {
  private final PrintStream out;
  private final int columns;
  private ProgressBar bar;
  private int cases;
  private int number;
  private int failed;
  private String last = "";

  /**
   * @param columns width of the terminal
   */
  BarView(PrintStream out, int columns) {
    this.out = out;
    this.columns = columns;
  }

  @Override
  public void started(int cases, boolean isQuick, Path folder, PaceLeft left) {
    this.cases = cases;
    out.println(StartLine.text(cases, isQuick, folder, left));
    bar = BarLine.start(BarLine.screen(out, columns), left);
  }

  @Override
  public void caseStarted(BenchmarkCase one) {
    number++;
    String failures = failed == 0 ? "" : "  " + failed + " failed";
    bar.setExtraMessage(number + "/" + cases + failures + " " + one.title() + last);
  }

  @Override
  public void caseEnded(MicroRow row) {
    last = "  (before: " + ScoreText.of(row) + ")";
  }

  @Override
  public void caseFailed(String reason) {
    failed++;
    last = "";
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
