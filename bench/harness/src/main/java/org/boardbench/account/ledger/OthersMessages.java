package org.boardbench.account.ledger;

import java.util.Arrays;
import java.util.function.Consumer;
import org.boardbench.account.record.StampScanner;
import org.boardbench.account.result.BoardBooks;

/**
 * What one loop's users got in a stage of the messages of other drivers' users on boards that both
 * have users of. What such a message is, only its stamp says; whether it was ever sent, only its
 * sender's driver. Written by the loop's thread alone, without an object for each message.
 */
final class OthersMessages {
  private static final int BLOCK_BITS = 6;
  private static final int BLOCK_MESSAGES = 1 << BLOCK_BITS;

  /** Further back than this from its first one seen no sender's message is looked for. */
  private static final int BLOCKS_BEFORE = 64;

  /** No server loses so many of one sender's messages and goes on: a number beyond is made up. */
  private static final int MOST_BLOCKS_AHEAD = 1 << 14;

  // A message is four words side by side.
  private static final int WORDS = 4;
  private static final int INTENDED = 0;
  private static final int SENT = 1;
  // The tag above, and in the lower half how many receivers have it.
  private static final int PROGRESS = 2;
  private static final int TAG_SHIFT = 32;
  private static final int LATEST = 3;

  private final long[][][] bySender;
  private final int[] firstBlock;

  OthersMessages(int users) {
    bySender = new long[users][][];
    firstBlock = new int[users];
  }

  /** Whether the message that carries this stamp may be the one of its sender and number. */
  boolean isPossible(StampScanner stamp) {
    long[] block = block(stamp);
    if (block == null) {
      return false;
    }
    int at = at(stamp.sequence());
    return block[at + PROGRESS] == 0
        || (block[at + INTENDED] == stamp.intendedNs()
            && block[at + SENT] == stamp.sentNs()
            && block[at + PROGRESS] >>> TAG_SHIFT == MessageTag.of(stamp));
  }

  /** One more expected receiver has the message of a possible stamp, since {@code receivedNs}. */
  void deliver(StampScanner stamp, long receivedNs) {
    long[] block = block(stamp);
    int at = at(stamp.sequence());
    if (block[at + PROGRESS] == 0) {
      block[at + INTENDED] = stamp.intendedNs();
      block[at + SENT] = stamp.sentNs();
      block[at + PROGRESS] = (long) MessageTag.of(stamp) << TAG_SHIFT;
      block[at + LATEST] = Long.MIN_VALUE;
    }
    block[at + PROGRESS]++;
    block[at + LATEST] = Math.max(block[at + LATEST], receivedNs);
  }

  /** Null where no message of a sane sender is. */
  private long[] block(StampScanner stamp) {
    int sender = stamp.sender();
    int number = stamp.sequence() >> BLOCK_BITS;
    if (bySender[sender] == null) {
      firstBlock[sender] = Math.max(0, number - BLOCKS_BEFORE);
      bySender[sender] = new long[2 * BLOCKS_BEFORE][];
    }
    int index = number - firstBlock[sender];
    if (index < 0 || index >= bySender[sender].length + MOST_BLOCKS_AHEAD) {
      return null;
    }
    if (index >= bySender[sender].length) {
      bySender[sender] =
          Arrays.copyOf(bySender[sender], Math.max(index + 1, 2 * bySender[sender].length));
    }
    if (bySender[sender][index] == null) {
      bySender[sender][index] = new long[BLOCK_MESSAGES * WORDS];
    }
    return bySender[sender][index];
  }

  private static int at(int sequence) {
    return (sequence & (BLOCK_MESSAGES - 1)) * WORDS;
  }

  /** Shows all of them; while nobody writes. */
  void forEach(Consumer<BoardBooks.Received> visitor) {
    for (int sender = 0; sender < bySender.length; sender++) {
      for (int index = 0; bySender[sender] != null && index < bySender[sender].length; index++) {
        if (bySender[sender][index] != null) {
          show(sender, firstBlock[sender] + index, bySender[sender][index], visitor);
        }
      }
    }
  }

  private static void show(
      int sender, int number, long[] block, Consumer<BoardBooks.Received> visitor) {
    for (int message = 0; message < BLOCK_MESSAGES; message++) {
      int at = message * WORDS;
      long progress = block[at + PROGRESS];
      if (progress != 0) {
        int tag = (int) (progress >>> TAG_SHIFT);
        visitor.accept(
            new BoardBooks.Received(
                new BoardBooks.Message(
                    sender,
                    (number << BLOCK_BITS) + message,
                    MessageTag.kind(tag),
                    MessageTag.messageClass(tag),
                    block[at + INTENDED],
                    block[at + SENT]),
                (int) progress,
                block[at + LATEST]));
      }
    }
  }
}
