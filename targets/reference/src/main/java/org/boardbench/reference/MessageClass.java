package org.boardbench.reference;

/**
 * What a message's stamp says of its class: {@code <sender>.<sequence>.<phase>.<intended>.<sent>},
 * where the phase, such as {@code h2}, ends in a letter unless the class is the usual one. All
 * classes are the same to this server; it only counts them apart.
 */
final class MessageClass {
  /** Of the usual class, and of a message whose stamp is none of the driver's. */
  static final char USUAL = 0;

  /** Letters are below. */
  static final int LETTERS = 128;

  private static final String USUAL_KEY = "-";

  private MessageClass() {}

  /** The letter in the stamp that is in these characters. */
  static char of(char[] stamp, int from, int length) {
    int begin = from;
    int end = from + length;
    for (int point = 0; point < 2; point++) {
      begin = after(stamp, begin, end);
    }
    // A phase has a letter of its own before the class's.
    int last = after(stamp, begin, end) - 2;
    return begin < end && last > begin && last < end - 1 && isLetter(stamp[last])
        ? stamp[last]
        : USUAL;
  }

  /** Behind the next point; behind the end and one more where there is none. */
  private static int after(char[] stamp, int begin, int end) {
    int at = begin;
    while (at < end && stamp[at] != '.') {
      at++;
    }
    return at + 1;
  }

  private static boolean isLetter(char one) {
    return one >= 'a' && one <= 'z';
  }

  /** In the counts. */
  static String key(char messageClass) {
    return messageClass == USUAL ? USUAL_KEY : String.valueOf(messageClass);
  }
}
