package org.boardbench.measure;

import org.boardbench.plan.WorkloadSpec;

/** What outlives a stage: who is on which board, and what each receiver has had from whom. */
record TrialState(Boards boards, BoardRoster roster, ReceiverWindows windows) {
  static TrialState of(WorkloadSpec workload, int maxUsers) {
    Boards boards = new Boards(workload, maxUsers);
    return new TrialState(boards, new BoardRoster(boards), new ReceiverWindows(boards));
  }
}
