package org.boardbench.account.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.boardbench.protocol.StampForm;
import org.boardbench.scenario.message.MessageClass;

/**
 * Finds the stamps in a frame's bytes, whatever wraps them, and reads them. Used by one loop;
 * allocates nothing.
 *
 * <p>It looks for the quoted key {@code stamp} at any place: other keys before it, spaces around
 * the colon, and quotes that are escaped because the object travels inside a string, do not matter.
 * Where a stamp is a word, it looks for that. The frames of one receiver mostly have it at the same
 * offset, so that place is tried first.
 */
public final class StampScanner {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The six bytes of {@code "stamp} as the low bytes of a little-endian word. */
  private static final long QUOTED_KEY = 0x706d_6174_7322L;

  /** The same of {@code zstamp}. */
  private static final long WORD_KEY = 0x706d_6174_737aL;

  private static final long KEY_MASK = 0xffff_ffff_ffffL;
  private static final int KEY_BYTES = 6;

  /** 18 digits always fit a long. */
  private static final int MOST_DIGITS = 18;

  private final int[] keyOffsets;
  private final int users;
  private final boolean isWord;
  private final long key;

  private int sender;
  private int sequence;
  private Phase.Kind kind;
  private int stage;
  private int messageClass;
  private long intendedNs;
  private long sentNs;

  // What the last call of next() met.
  private int keyAt;
  private boolean passedUnreadable;

  // What the last call of number() read.
  private long number;

  /** For stamps that are JSON values. */
  public StampScanner(int users) {
    this(users, StampForm.JSON_VALUE);
  }

  /**
   * @param users senders and receivers count from 0 to below this
   */
  public StampScanner(int users, StampForm form) {
    this.users = users;
    this.isWord = form == StampForm.WORD;
    this.key = isWord ? WORD_KEY : QUOTED_KEY;
    this.keyOffsets = new int[users];
  }

  /**
   * Reads the stamp of a frame of one message that {@code receiver} got.
   *
   * @return false when there is no readable one; the stamp's parts mean nothing then
   */
  public boolean scan(int receiver, byte[] bytes, int offset, int length) {
    int end = offset + length;
    int remembered = keyOffsets[receiver];
    if (remembered + Long.BYTES <= length
        && isKey(bytes, offset + remembered)
        && read(bytes, offset + remembered + KEY_BYTES, end)) {
      return true;
    }
    boolean found = next(bytes, offset, end) >= 0;
    if (found) {
      keyOffsets[receiver] = keyAt - offset;
    }
    return found;
  }

  /**
   * Reads the first stamp from {@code from} on, in a frame of one or several messages.
   *
   * @return where to go on; negative when no readable one is left
   */
  public int next(byte[] bytes, int from, int end) {
    passedUnreadable = false;
    int last = end - Long.BYTES;
    int at = from;
    while (at <= last) {
      byte under = bytes[at + KEY_BYTES - 1];
      if (under == 'p' && isKey(bytes, at)) {
        if (read(bytes, at + KEY_BYTES, end)) {
          keyAt = at;
          return at + KEY_BYTES;
        }
        passedUnreadable |= isWord || afterQuote(bytes, at + KEY_BYTES, end) >= 0;
      }
      at += step(under);
    }
    return -1;
  }

  /** Whether the last call of {@link #next} met a stamp that it could not read. */
  public boolean passedUnreadable() {
    return passedUnreadable;
  }

  public int sender() {
    return sender;
  }

  public int sequence() {
    return sequence;
  }

  public Phase.Kind kind() {
    return kind;
  }

  public int stage() {
    return stage;
  }

  /** The number of the message's class. */
  public int messageClass() {
    return messageClass;
  }

  public long intendedNs() {
    return intendedNs;
  }

  public long sentNs() {
    return sentNs;
  }

  private boolean isKey(byte[] bytes, int at) {
    return ((long) WORD.get(bytes, at) & KEY_MASK) == key;
  }

  /** Of Horspool's search: the byte under the key's last place says how far to go. */
  private static int step(byte under) {
    return switch (under) {
      case 'm' -> 1;
      case 'a' -> 2;
      case 't' -> 3;
      case 's' -> 4;
      case '"', 'z' -> 5;
      default -> KEY_BYTES;
    };
  }

  /**
   * Reads what follows the key's letters: its closing quote, the colon, the quoted stamp; or the
   * stamp at once.
   */
  private boolean read(byte[] bytes, int from, int end) {
    int at = isWord ? from : valueStart(bytes, from, end);
    at = after('.', bytes, number(bytes, at, end), end);
    if (at < 0 || number >= users) {
      return false;
    }
    sender = (int) number;
    at = after('.', bytes, number(bytes, at, end), end);
    if (at < 0 || number > Integer.MAX_VALUE) {
      return false;
    }
    sequence = (int) number;
    at = after('.', bytes, messageClass(bytes, phase(bytes, at, end), end), end);
    at = after('.', bytes, number(bytes, at, end), end);
    intendedNs = number;
    at = number(bytes, at, end);
    sentNs = number;
    int closed = isWord ? after(StampForm.WORD_END, bytes, at, end) : afterQuote(bytes, at, end);
    return closed >= 0;
  }

  private static int valueStart(byte[] bytes, int from, int end) {
    int at = afterSpaces(bytes, afterQuote(bytes, from, end), end);
    at = afterSpaces(bytes, after(':', bytes, at, end), end);
    return afterQuote(bytes, at, end);
  }

  // Each of the following takes and gives the place in the frame, negative once something did not
  // fit, so that their calls chain.

  private static int after(char expected, byte[] bytes, int at, int end) {
    return at >= 0 && at < end && bytes[at] == expected ? at + 1 : -1;
  }

  private static int afterQuote(byte[] bytes, int from, int end) {
    int at = from;
    while (at >= 0 && at < end && bytes[at] == '\\') {
      at++;
    }
    return after('"', bytes, at, end);
  }

  private static int afterSpaces(byte[] bytes, int from, int end) {
    int at = from;
    while (at >= 0 && at < end && isSpace(bytes[at])) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }

  private int phase(byte[] bytes, int at, int end) {
    if (at < 0 || at >= end) {
      return -1;
    }
    kind = Phase.Kind.of(bytes[at]);
    if (kind == null) {
      return -1;
    }
    if (kind == Phase.Kind.WARM_UP) {
      stage = 0;
      return at + 1;
    }
    int after = number(bytes, at + 1, end);
    stage = (int) number;
    return number < 1 || number > Integer.MAX_VALUE ? -1 : after;
  }

  /** The default class has no letter. */
  private int messageClass(byte[] bytes, int at, int end) {
    messageClass = 0;
    if (at < 0 || at >= end || bytes[at] == '.') {
      return at;
    }
    messageClass = MessageClass.numberOf(bytes[at]);
    return messageClass < 0 ? -1 : at + 1;
  }

  private int number(byte[] bytes, int from, int end) {
    if (from < 0) {
      return -1;
    }
    long value = 0;
    int at = from;
    int limit = Math.min(end, from + MOST_DIGITS + 1);
    while (at < limit) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      value = 10 * value + digit;
      at++;
    }
    number = value;
    int digits = at - from;
    return digits < 1 || digits > MOST_DIGITS ? -1 : at;
  }
}
