package org.boardbench.view.terminal.text;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/**
 * {@code [####------] 40 % 3/18 my-server stage 2/5, 300 users 27000 deliveries/s lost 0 12 min
 * left}. The library's own line counts steps and guesses the time from their pace; a sweep knows
 * its time from the plan, and has no steps.
 */
public final class BarLine implements ProgressBarRenderer {
  private static final int REDRAW_MS = 500;
  private static final int NARROWEST_BAR = 4;
  // Short, so that the figures have room and the bar seldom has to give way.
  private static final int WIDEST_BAR = 12;

  private final Countdown timeLeft;

  public BarLine(Countdown timeLeft) {
    this.timeLeft = timeLeft;
  }

  /**
   * Where a bar is drawn.
   *
   * @param columns width of the terminal; given, because to find it out the library would set up a
   *     terminal whose signal handlers let Ctrl-C end the JVM before anything is stored
   */
  public static ProgressBarConsumer screen(PrintStream out, int columns) {
    return new ConsoleProgressBarConsumer(out, columns - 1);
  }

  /**
   * A bar that is redrawn in place twice a second by the library's own thread, so that the time
   * left goes on while nothing else happens. Whoever has it gives it words and closes it.
   */
  public static ProgressBar start(ProgressBarConsumer screen, Countdown timeLeft) {
    ProgressBar bar =
        new ProgressBarBuilder()
            .setConsumer(screen)
            .setUpdateIntervalMillis(REDRAW_MS)
            .continuousUpdate()
            .setRenderer(new BarLine(timeLeft))
            .build();
    bar.setExtraMessage("starting");
    return bar;
  }

  @Override
  public String render(ProgressState state, int maxLength) {
    return text(state.getExtraMessage(), maxLength);
  }

  /** The line, no longer than {@code maxLength}; the bar gives way first. */
  public String text(String message, int maxLength) {
    double share = timeLeft.share();
    String left =
        timeLeft.isKnown()
            ? String.format(Locale.ROOT, " %3d %%  %s left", (int) (100 * share), timeLeft.words())
            : "";
    String text = left + "  " + message;
    int room = maxLength - text.length() - 2;
    int width = Math.clamp(room, NARROWEST_BAR, WIDEST_BAR);
    int filled = (int) (share * width);
    String line = "[" + "#".repeat(filled) + "-".repeat(width - filled) + "]" + text;
    return line.length() <= maxLength ? line : line.substring(0, Math.max(0, maxLength));
  }
}
