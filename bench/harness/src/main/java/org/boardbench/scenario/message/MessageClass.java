package org.boardbench.scenario.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A sort of message that has figures of its own. All are the same to a server: a class shows in
 * size, rate and stamp.
 */
public enum MessageClass {
  /** A line that was drawn; its stamp has no letter. */
  STROKE(0, '\0'),
  /** A place that a pointer has moved to. */
  CURSOR(1, 'c'),
  /** What somebody has written. */
  TEXT(2, 't'),
  /** What somebody has pasted. */
  IMAGE(3, 'i');

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

  MessageClass(int number, char letter) {
    this.number = number;
    this.letter = letter;
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
