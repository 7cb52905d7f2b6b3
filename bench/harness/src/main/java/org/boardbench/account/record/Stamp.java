package org.boardbench.account.record;

import org.boardbench.scenario.message.MessageClass;

/**
 * The text {@code <sender>.<sequence>.<phase>.<intendedNs>.<sentNs>}, where the phase ends in the
 * letter of the message's class unless it is the default one. It is written over and over into the
 * same place so that a send allocates nothing. Used by one thread; whoever keeps a text takes
 * {@link #toString}.
 */
public final class Stamp implements CharSequence {
  /** Two ints, a phase with a third and a class, two longs and the points between them. */
  private static final int LONGEST = 3 * 10 + 1 + 1 + 2 * 19 + 4;

  private final char[] chars = new char[LONGEST];
  private int length;

  public Stamp write(
      int sender, int sequence, Phase phase, int messageClass, long intendedNs, long sentNs) {
    length = 0;
    number(sender);
    letter('.');
    number(sequence);
    letter('.');
    letter(phase.kind().letter());
    if (phase.kind() != Phase.Kind.WARM_UP) {
      number(phase.stage());
    }
    MessageClass ofMessage = MessageClass.of(messageClass);
    if (ofMessage.hasLetter()) {
      letter(ofMessage.letter());
    }
    letter('.');
    number(intendedNs);
    letter('.');
    number(sentNs);
    return this;
  }

  private void letter(char letter) {
    chars[length++] = letter;
  }

  private void number(long value) {
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    long rest = value;
    for (int at = length + digits - 1; at >= length; at--) {
      chars[at] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return chars[index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return toString().substring(start, end);
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }
}
