package org.boardbench.account.ledger;

/** Which of an open stage's messages may still come. Asked by the receiver's loop. */
record AwaitedMessages(OpenStage stage, TrialState trial) {
  /**
   * Whether a message of the stage may still come to {@code receiver} and count as its first copy.
   *
   * @param overtaken whether one counts that a later one of its sender has come before
   */
  boolean areFor(int receiver, boolean overtaken) {
    int board = trial.boards().boardOf(receiver);
    int members = trial.boards().members(board, stage.spec().users());
    for (int place = 0; place < members; place++) {
      SenderMessages messages = stage.ledger().of(trial.boards().userAt(board, place));
      if (areFrom(receiver, place, messages, overtaken)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A message is owed to the connections of its time, so whoever is not owed the latest one that is
   * missing is owed none before it. What was sent since the receiver has gone out is not missing.
   */
  private boolean areFrom(
      int receiver, int senderPlace, SenderMessages messages, boolean overtaken) {
    int published = messages.published();
    while (published > 0
        && trial.roster().isAfterGoing(messages.rosterWord(published - 1), receiver)) {
      published--;
    }
    if (published == 0 || !trial.roster().expects(messages.rosterWord(published - 1), receiver)) {
      return false;
    }
    int next = trial.windows().next(receiver, senderPlace);
    if (messages.indexOf(next) < published) {
      return true;
    }
    if (!overtaken) {
      return false;
    }
    long unseen = ~trial.windows().window(receiver, senderPlace);
    for (; unseen != 0; unseen &= unseen - 1) {
      int latest = messages.indexOf(next - 1 - Long.numberOfTrailingZeros(unseen));
      if (latest < published) {
        return latest >= 0 && trial.roster().expects(messages.rosterWord(latest), receiver);
      }
    }
    return false;
  }
}
