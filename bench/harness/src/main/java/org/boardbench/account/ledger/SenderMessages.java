package org.boardbench.account.ledger;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.StampScanner;

/**
 * The messages that one user published in one stage, by index from 0, without an object for each.
 * Only the loop that owns the sender appends; every loop reads, and counts deliveries, once the
 * message has been published to it by {@link #indexOf}.
 *
 * <p>The last message is open until {@link #confirm} or {@link #withdraw}. It can be delivered
 * before that: the answer of a quick server overtakes the sender's own book-keeping.
 */
final class SenderMessages {
  private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);
  private static final VarHandle PUBLISHED;

  static {
    try {
      PUBLISHED =
          MethodHandles.lookup().findVarHandle(SenderMessages.class, "published", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final int BLOCK_BITS = 6;
  private static final int BLOCK_MESSAGES = 1 << BLOCK_BITS;

  // A message is six words side by side.
  private static final int WORDS = 6;

  static final int MESSAGE_BYTES = WORDS * Long.BYTES;

  private static final int ROSTER = 0;
  private static final int INTENDED = 1;
  private static final int SENT = 2;
  // From the top: whether the sender has it back, its tag; and in the lower half how many distinct
  // expected receivers have it.
  private static final int PROGRESS = 3;
  private static final int TAG_SHIFT = 32;
  private static final int TAG_MASK = 0xffff;
  private static final long RETURNED = 1L << 48;
  // The latest arrival so far at an expected receiver.
  private static final int LATEST = 4;
  private static final int FIRST_POINT = 5;

  private final int firstSequence;
  private volatile long[][] blocks = {};
  private int published;
  private int confirmed;

  /**
   * @param firstSequence the sequence number of the message with index 0
   */
  SenderMessages(int firstSequence) {
    this.firstSequence = firstSequence;
  }

  /** What {@code messages} of one sender take. */
  static double bytes(double messages) {
    return Math.ceil(messages / BLOCK_MESSAGES) * BLOCK_MESSAGES * MESSAGE_BYTES;
  }

  /** Opens the next message and returns its sequence number. */
  int open(
      long rosterWord,
      Phase.Kind kind,
      int messageClass,
      long firstPointNs,
      long intendedNs,
      long sentNs) {
    if (published != confirmed) {
      throw new IllegalStateException("the last message is still open");
    }
    int index = confirmed;
    makeRoom(index + 1);
    long[] block = block(index);
    int at = at(index);
    block[at + ROSTER] = rosterWord;
    block[at + INTENDED] = intendedNs;
    block[at + SENT] = sentNs;
    block[at + PROGRESS] = (long) MessageTag.of(kind, messageClass) << TAG_SHIFT;
    block[at + LATEST] = Long.MIN_VALUE;
    block[at + FIRST_POINT] = firstPointNs;
    PUBLISHED.setRelease(this, index + 1);
    return firstSequence + index;
  }

  /** Makes sure that {@code messages} have their place. */
  void makeRoom(int messages) {
    int needed = (messages + BLOCK_MESSAGES - 1) >> BLOCK_BITS;
    if (needed > blocks.length) {
      long[][] more = Arrays.copyOf(blocks, needed);
      for (int block = blocks.length; block < needed; block++) {
        more[block] = new long[BLOCK_MESSAGES * WORDS];
      }
      blocks = more;
    }
  }

  /** Returns false when no message is open. */
  boolean confirm() {
    if (published == confirmed) {
      return false;
    }
    confirmed = published;
    return true;
  }

  /** Takes the open message back, if any; the next one gets its sequence number. */
  void withdraw() {
    PUBLISHED.setRelease(this, confirmed);
  }

  /** The index of the message that carries this stamp; negative when it was never sent. */
  int indexOf(StampScanner stamp) {
    int index = indexOf(stamp.sequence());
    if (index < 0 || index >= published()) {
      return -1;
    }
    boolean same =
        intendedNs(index) == stamp.intendedNs()
            && sentNs(index) == stamp.sentNs()
            && tag(index) == MessageTag.of(stamp);
    return same ? index : -1;
  }

  /** The sequence number of the message with this index. */
  int sequence(int index) {
    return firstSequence + index;
  }

  /** The index that the message with this sequence number has; negative for an earlier stage's. */
  int indexOf(int sequence) {
    return sequence - firstSequence;
  }

  /**
   * One more expected receiver has it, since {@code receivedNs}. Returns how many that makes; their
   * arrivals are all in {@link #latestNs} then.
   *
   * @param isSender whether that receiver is its sender, which happens once at most
   */
  int deliver(int index, boolean isSender, long receivedNs) {
    long[] block = block(index);
    int latest = at(index) + LATEST;
    long seenNs = (long) CELL.getOpaque(block, latest);
    while (seenNs < receivedNs && !CELL.weakCompareAndSet(block, latest, seenNs, receivedNs)) {
      seenNs = (long) CELL.getOpaque(block, latest);
    }
    long more = isSender ? RETURNED + 1 : 1;
    return 1 + (int) (long) CELL.getAndAdd(block, at(index) + PROGRESS, more);
  }

  /** Whether its sender has it back. */
  boolean isReturned(int index) {
    return ((long) CELL.getAcquire(block(index), at(index) + PROGRESS) & RETURNED) != 0;
  }

  /** Messages that any loop may look at by their index, the open one included. */
  int published() {
    return (int) PUBLISHED.getAcquire(this);
  }

  /** Messages that the kernel took. */
  int confirmed() {
    return confirmed;
  }

  /** The sequence number after the last one given away. */
  int nextSequence() {
    return firstSequence + published;
  }

  long rosterWord(int index) {
    return block(index)[at(index) + ROSTER];
  }

  int expected(int index) {
    return BoardRoster.members(rosterWord(index));
  }

  /** How many planned members of the board were away when it was sent. */
  int away(int index) {
    return BoardRoster.away(rosterWord(index));
  }

  /** When the first of the points that it brings was drawn. */
  long firstPointNs(int index) {
    return block(index)[at(index) + FIRST_POINT];
  }

  long intendedNs(int index) {
    return block(index)[at(index) + INTENDED];
  }

  long sentNs(int index) {
    return block(index)[at(index) + SENT];
  }

  /** The latest arrival among the receivers that have it. */
  long latestNs(int index) {
    return (long) CELL.getAcquire(block(index), at(index) + LATEST);
  }

  Phase.Kind kind(int index) {
    return MessageTag.kind(tag(index));
  }

  int messageClass(int index) {
    return MessageTag.messageClass(tag(index));
  }

  private int tag(int index) {
    return (int) (block(index)[at(index) + PROGRESS] >>> TAG_SHIFT) & TAG_MASK;
  }

  int delivered(int index) {
    return (int) (long) CELL.getAcquire(block(index), at(index) + PROGRESS);
  }

  private long[] block(int index) {
    return blocks[index >> BLOCK_BITS];
  }

  private static int at(int index) {
    return (index & (BLOCK_MESSAGES - 1)) * WORDS;
  }
}
