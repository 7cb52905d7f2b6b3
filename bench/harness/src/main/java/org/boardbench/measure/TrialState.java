package org.boardbench.measure;

import org.boardbench.scenario.BoardAssignment;
import org.boardbench.scenario.BoardShare;

/** What outlives a stage: who is on which board, and what each receiver has had from whom. */
record TrialState(
    BoardShare share, int messageClasses, BoardRoster roster, ReceiverWindows windows) {
  static TrialState of(BoardShare share, int messageClasses) {
    return new TrialState(
        share, messageClasses, new BoardRoster(share), new ReceiverWindows(share));
  }

  BoardAssignment boards() {
    return share.boards();
  }
}
