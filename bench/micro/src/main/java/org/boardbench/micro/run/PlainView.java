package org.boardbench.micro.run;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.boardbench.results.row.MicroRow;
import org.boardbench.view.terminal.text.Figures;

/** A line for each case, with the time since the start. */
final class PlainView implements MicroView {
  private final PrintStream out;
  private PaceLeft left;
  private int cases;
  private int number;
  private BenchmarkCase running;

  PlainView(PrintStream out) {
    this.out = out;
  }

  @Override
  public void started(int cases, boolean isQuick, Path folder, PaceLeft left) {
    this.cases = cases;
    this.left = left;
    line(StartLine.text(cases, isQuick, folder, left));
  }

  @Override
  public void caseStarted(BenchmarkCase one) {
    number++;
    running = one;
  }

  @Override
  public void caseEnded(MicroRow row) {
    line(position() + ScoreText.of(row) + ", " + about());
  }

  @Override
  public void caseFailed(String reason) {
    line(position() + "FAILED, " + about());
  }

  private String position() {
    return number + "/" + cases + " " + running.title() + ": ";
  }

  private String about() {
    return "about " + Figures.about(left.remaining()) + " left";
  }

  private void line(String text) {
    out.printf(Locale.ROOT, "%7s  %s%n", Figures.time(left.elapsed()), text);
    out.flush();
  }

  @Override
  public void close() {
    out.flush();
  }
}
