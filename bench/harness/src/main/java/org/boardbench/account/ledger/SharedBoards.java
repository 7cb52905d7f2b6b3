package org.boardbench.account.ledger;

import java.util.ArrayList;
import java.util.List;
import org.boardbench.account.result.BoardBooks;
import org.boardbench.scenario.BoardAssignment;

/** What a driver tells of a closed stage on boards that other drivers have users of, too. */
final class SharedBoards {
  private final OpenStage stage;
  private final TrialState trial;
  private final List<StageShare> shares;
  private final StageSeconds rows;

  SharedBoards(OpenStage stage, TrialState trial, List<StageShare> shares, long endNs) {
    this.stage = stage;
    this.trial = trial;
    this.shares = shares;
    this.rows = stage.rows(endNs);
  }

  /** While no loop writes. */
  BoardBooks books() {
    List<BoardBooks.Sent> sent = new ArrayList<>();
    List<BoardBooks.Message> unfinished = new ArrayList<>();
    trial
        .share()
        .users(stage.ledger().senders())
        .forEach(sender -> {
          SenderMessages messages = stage.ledger().of(sender);
          for (int index = 0; index < messages.confirmed(); index++) {
            sent.add(sent(sender, messages, index));
          }
          for (int index = messages.confirmed(); index < messages.published(); index++) {
            unfinished.add(message(sender, messages, index));
          }
        });
    List<BoardBooks.Received> received = new ArrayList<>();
    shares.forEach(share -> share.others().forEach(received::add));
    return new BoardBooks(sent, unfinished, received, trial.stays().take());
  }

  private BoardBooks.Sent sent(int sender, SenderMessages messages, int index) {
    BoardAssignment boards = trial.boards();
    int board = boards.boardOf(sender);
    return new BoardBooks.Sent(
        message(sender, messages, index),
        board,
        rows.of(messages.intendedNs(index)),
        boards.members(board, stage.spec().users()),
        messages.expected(index),
        messages.delivered(index),
        messages.latestNs(index));
  }

  private static BoardBooks.Message message(int sender, SenderMessages messages, int index) {
    return new BoardBooks.Message(
        sender,
        messages.sequence(index),
        messages.kind(index),
        messages.messageClass(index),
        messages.intendedNs(index),
        messages.sentNs(index));
  }
}
