package org.boardbench.results.row;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boardbench.results.reason.Reason;

/**
 * One row of {@code felt.csv}: what two pages in a browser felt in the hold of a stage.
 *
 * @param stage counts from 1
 * @param users virtual users of the stage, beside whom the pages were there
 * @param holdS how long the hold was
 * @param browserCpuPct what the browser used, with the program that steers it; of one core
 * @param ended how the browser ended before the hold did; empty when it did not
 * @param reasons why the row is invalid; none when it is valid
 */
public record FeltRecord(
    TrialKey trial,
    int stage,
    int users,
    double holdS,
    Setting setting,
    Counts counts,
    Pages pages,
    Times times,
    OptionalDouble browserCpuPct,
    Optional<String> ended,
    List<Reason> reasons) {
  public FeltRecord {
    reasons = List.copyOf(reasons);
  }

  /** The same row with why it is invalid. */
  public FeltRecord withReasons(List<Reason> found) {
    return new FeltRecord(
        trial, stage, users, holdS, setting, counts, pages, times, browserCpuPct, ended, found);
  }

  /**
   * Who is on the pages' board, and what they do.
   *
   * @param peers virtual users on it, beside the two pages
   * @param drawRate pen movements a second
   * @param drawDelayMs added on purpose before a page draws what it got
   */
  public record Setting(int peers, double drawRate, int drawDelayMs) {}

  /**
   * Messages of the drawing page in the hold.
   *
   * @param inputs pen movements given to the browser
   * @param sent messages that the page made of them
   * @param shown those that the other page presented, by the browser's trace
   * @param shownByElement the same by Element Timing
   */
  public record Counts(long inputs, long sent, long shown, long shownByElement) {}

  /**
   * The state of the pages.
   *
   * @param fps frames a second of the slower page
   * @param drawingOffsetMs the run's clock at 0 of the drawing page's clock; {@code
   *     showingOffsetMs} of the other's
   * @param offsetErrorMs by how much these may be wrong
   * @param clockDifferenceMs by how much the browser's trace differs from them
   * @param isIsolated whether the pages' clocks have their full resolution
   */
  public record Pages(
      OptionalDouble fps,
      OptionalDouble drawingOffsetMs,
      OptionalDouble showingOffsetMs,
      OptionalDouble offsetErrorMs,
      OptionalDouble clockDifferenceMs,
      Optional<Boolean> isIsolated) {
    /** Of pages that nobody could ask. */
    public static final Pages UNKNOWN =
        new Pages(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty());
  }

  /**
   * How long things took.
   *
   * @param remote from the input at one page until the frame with it was presented by the other
   * @param remoteByElement the same by Element Timing
   * @param input from the input until the page's handler began
   * @param handler from there until the message was sent
   * @param network from there until it had arrived at the other page
   * @param arrival from there until it was handled
   * @param render from there until the frame with it was presented
   * @param own from the input until the frame with the page's own ink was presented
   * @param down from the send of a virtual user on the board until a page had presented it
   * @param up from the input until a virtual user on the board had got it
   * @param server from one virtual user's send on that board until another had got it
   */
  public record Times(
      TimeFigures remote,
      TimeFigures remoteByElement,
      TimeFigures input,
      TimeFigures handler,
      TimeFigures network,
      TimeFigures arrival,
      TimeFigures render,
      TimeFigures own,
      TimeFigures down,
      TimeFigures up,
      TimeFigures server) {
    /** Of a browser that saw nothing. */
    public static final Times NONE =
        new Times(
            TimeFigures.NONE,
            TimeFigures.NONE,
            TimeFigures.NONE,
            TimeFigures.NONE,
            TimeFigures.NONE,
            TimeFigures.NONE,
            TimeFigures.NONE,
            TimeFigures.NONE,
            TimeFigures.NONE,
            TimeFigures.NONE,
            TimeFigures.NONE);

    /**
     * What {@code remote} has to be if the halves are right, by their medians in ms: up and down
     * have the way through the server twice.
     */
    public OptionalDouble sumMs() {
      return up.isMeasured() && down.isMeasured() && server.isMeasured()
          ? OptionalDouble.of((up.p50Ns() + down.p50Ns() - server.p50Ns()) / 1e6)
          : OptionalDouble.empty();
    }
  }
}
