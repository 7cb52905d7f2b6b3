package org.boardbench.account.ledger;

import org.boardbench.scenario.BoardAssignment;
import org.boardbench.scenario.BoardShare;
import org.boardbench.scenario.ReplicaAssignment;

/**
 * What outlives a stage: who is on which board, and what each receiver has had from whom.
 *
 * @param boards the share's, at hand for each delivery
 * @param replicas of the server to which each user connects
 * @param stays of members, where boards are shared with other drivers
 */
record TrialState(
    BoardShare share,
    BoardAssignment boards,
    ReplicaAssignment replicas,
    int messageClasses,
    BoardRoster roster,
    Stays stays,
    ReceiverWindows windows) {
  static TrialState of(BoardShare share, int replicas, int messageClasses) {
    return new TrialState(
        share,
        share.boards(),
        ReplicaAssignment.of(share.boards(), replicas),
        messageClasses,
        new BoardRoster(share),
        new Stays(share.boards()),
        new ReceiverWindows(share));
  }
}
