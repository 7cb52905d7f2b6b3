package org.boardbench.account.ledger;

import org.boardbench.account.record.PhaseTimes;

/**
 * What one loop saw of one message class, where there are several: else the loop's figures of all
 * messages are that class's, and nothing is counted twice.
 *
 * @param times of the messages that the stage's row is about
 */
record ClassShare(MessageShare messages, PhaseTimes times) {
  static ClassShare[] of(int messageClasses) {
    ClassShare[] classes = new ClassShare[messageClasses == 1 ? 0 : messageClasses];
    for (int number = 0; number < classes.length; number++) {
      classes[number] = new ClassShare(new MessageShare(), PhaseTimes.upTo(0));
    }
    return classes;
  }
}
