package org.boardbench.scenario.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A sort of message that has figures of its own. All are the same to a server: a class shows in
 * size, rate and stamp. A droppable one is what whiteboards may leave out when a connection is
 * slow, as Excalidraw does with the places of pointers (Socket.IO's {@code volatile}): the next
 * message makes up for it, so that how late one comes says more than whether it came.
 */
public enum MessageClass {
  /** A line that was drawn; its stamp has no letter. */
  STROKE(0, '\0', false),
  /** A place that a pointer has moved to. */
  CURSOR(1, 'c', true),
  /** What somebody has written. */
  TEXT(2, 't', false),
  /** What somebody has pasted. */
  IMAGE(3, 'i', false);

  /** Of a pointer that shows where it is 30 times a second, six places later. */
  private static final long LATE_AFTER_NS = 200_000_000;

  private static final int NONE = -1;
  private static final List<MessageClass> ALL = List.of(values());

  /** Numbers by letter, so that a stamp is read without a search. */
  private static final byte[] BY_LETTER = new byte[128];

  static {
    Arrays.fill(BY_LETTER, (byte) NONE);
    for (MessageClass one : ALL) {
      if (one.hasLetter()) {
        BY_LETTER[one.letter] = (byte) one.number;
      }
    }
  }

  private final int number;
  private final char letter;
  private final boolean isDroppable;

  MessageClass(int number, char letter, boolean isDroppable) {
    this.number = number;
    this.letter = letter;
    this.isDroppable = isDroppable;
  }

  /** How many there are. */
  public static int count() {
    return ALL.size();
  }

  /** The class with this number. */
  public static MessageClass of(int number) {
    return ALL.get(number);
  }

  /** The number of the class with this letter in its stamps; negative when there is none. */
  public static int numberOf(int letter) {
    return letter > 0 && letter < BY_LETTER.length ? BY_LETTER[letter] : NONE;
  }

  /** Counts from 0, the default class. */
  public int number() {
    return number;
  }

  /** False of the class whose stamps are without one. */
  public boolean hasLetter() {
    return letter != '\0';
  }

  /** What the stamp's phase ends in. */
  public char letter() {
    return letter;
  }

  /** Whether the next message makes up for one that is dropped. */
  public boolean isDroppable() {
    return isDroppable;
  }

  /**
   * What comes so long after its intended time is late; empty of a class whose every message
   * counts, however late it is.
   */
  public OptionalLong lateAfterNs() {
    return isDroppable ? OptionalLong.of(LATE_AFTER_NS) : OptionalLong.empty();
  }

  /** Its name in plans, traces and results. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<MessageClass> ofKey(String key) {
    return ALL.stream().filter(one -> one.key().equals(key)).findFirst();
  }

  public static List<String> keys() {
    return ALL.stream().map(MessageClass::key).toList();
  }
}
