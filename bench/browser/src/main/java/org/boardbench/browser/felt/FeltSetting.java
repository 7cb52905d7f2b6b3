package org.boardbench.browser.felt;

import java.util.ArrayList;
import java.util.List;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.results.row.FeltRecord;
import org.boardbench.results.table.Cells;

/**
 * Who is on the pages' board, and what they do.
 *
 * @param peers virtual users on it, beside the two pages
 * @param peerRate messages a second of each
 * @param drawRate pen movements a second, at random times
 * @param drawDelayMs added before a page draws what it got
 * @param drawSpreadMs up to how much more is added, evenly from message to message
 */
public record FeltSetting(
    int peers, double peerRate, double drawRate, int drawDelayMs, double drawSpreadMs) {
  public static final int USUAL_PEERS = 8;
  public static final double USUAL_DRAW_RATE = 25;

  /** A page gets one event a frame, so more would be several movements in one message. */
  private static final double MOST_DRAWN = 50;

  private static final int MOST_PEERS = 200;
  private static final int LONGEST_DELAY_MS = 10_000;

  /**
   * As somebody asks for them.
   *
   * @throws InputException with everything that is out of its bounds
   */
  public static FeltSetting of(int peers, double peerRate, double drawRate, int drawDelayMs)
      throws InputException {
    List<Problem> problems = new ArrayList<>();
    // One sends, another one gets: less tell nothing of the server.
    if (peers < 2 || peers > MOST_PEERS) {
      problems.add(new Problem("--peers", "must be from 2 to " + MOST_PEERS + ", was " + peers));
    }
    if (!(drawRate >= 1 && drawRate <= MOST_DRAWN)) {
      problems.add(
          new Problem(
              "--draw-rate",
              "must be from 1 to "
                  + Cells.shortest(MOST_DRAWN)
                  + ", was "
                  + Cells.shortest(drawRate)));
    }
    if (drawDelayMs < 0 || drawDelayMs > LONGEST_DELAY_MS) {
      problems.add(
          new Problem(
              "--draw-delay", "must be from 0 to " + LONGEST_DELAY_MS + " ms, was " + drawDelayMs));
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return new FeltSetting(peers, peerRate, drawRate, drawDelayMs, 0);
  }

  /** The same with a spread of its delay. */
  public FeltSetting spreadBy(double ms) {
    return new FeltSetting(peers, peerRate, drawRate, drawDelayMs, ms);
  }

  FeltRecord.Setting row() {
    return new FeltRecord.Setting(peers, drawRate, drawDelayMs);
  }
}
