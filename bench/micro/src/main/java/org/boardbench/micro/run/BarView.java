package org.boardbench.micro.run;

import java.io.PrintStream;
import java.nio.file.Path;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.boardbench.cli.progress.BarLine;
import org.boardbench.results.row.MicroRow;

/** One bar for the whole run, redrawn in place. */
final class BarView implements MicroView {
  private static final int REDRAW_MS = 500;

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
    bar =
        new ProgressBarBuilder()
            .setConsumer(new ConsoleProgressBarConsumer(out, columns - 1))
            .setUpdateIntervalMillis(REDRAW_MS)
            .continuousUpdate()
            .setRenderer(new BarLine(left))
            .build();
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
