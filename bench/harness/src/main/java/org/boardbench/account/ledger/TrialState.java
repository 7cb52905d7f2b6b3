package org.boardbench.account.ledger;

import org.boardbench.scenario.BoardAssignment;
import org.boardbench.scenario.BoardShare;

/**
 * What outlives a stage: who is on which board, and what each receiver has had from whom.
 *
 * @param boards the share's, at hand for each delivery
 */
record TrialState(
    BoardShare share,
    BoardAssignment boards,
    int messageClasses,
    BoardRoster roster,
    ReceiverWindows windows) {
  static TrialState of(BoardShare share, int messageClasses) {
    return new TrialState(
        share, share.boards(), messageClasses, new BoardRoster(share), new ReceiverWindows(share));
  }
}
