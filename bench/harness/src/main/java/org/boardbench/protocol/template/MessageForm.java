package org.boardbench.protocol.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.protocol.StampForm;
import org.boardbench.protocol.UserIdentity;

/**
 * One user's messages: all but stamp, number and filling is known beforehand, so that one is made
 * in place and without allocation. Immutable.
 */
final class MessageForm {
  private static final Pattern CHANGING = Pattern.compile("\\{(stamp|seq|payload)\\}");
  private static final byte[] OPENING = utf8(StampForm.WORD.opening());
  private static final char POINT = '.';

  /** Of a stamp, of whatever driver; a number in there is no longer. */
  private static final int MOST_STAMP_BYTES = 96;

  /** One more than there are slots: each slot is between two of them. */
  private final byte[][] texts;

  private final Placeholder[] slots;
  private final int textBytes;

  private MessageForm(List<byte[]> texts, List<Placeholder> slots) {
    this.texts = texts.toArray(byte[][]::new);
    this.slots = slots.toArray(Placeholder[]::new);
    this.textBytes = texts.stream().mapToInt(text -> text.length).sum();
  }

  /** What {@code user} publishes by a template's {@code message}. */
  static MessageForm of(String message, UserIdentity user) {
    String own = Template.filled(message, user);
    List<byte[]> texts = new ArrayList<>();
    List<Placeholder> slots = new ArrayList<>();
    Matcher slot = CHANGING.matcher(own);
    int from = 0;
    while (slot.find()) {
      texts.add(utf8(own.substring(from, slot.start())));
      slots.add(
          switch (slot.group(1)) {
            case "stamp" -> Placeholder.STAMP;
            case "seq" -> Placeholder.SEQ;
            default -> Placeholder.PAYLOAD;
          });
      from = slot.end();
    }
    texts.add(utf8(own.substring(from)));
    return new MessageForm(texts, slots);
  }

  /** The most bytes that {@link #write} writes. */
  int mostBytes(int bytes) {
    return Math.max(bytes, textBytes + slots.length * MOST_STAMP_BYTES);
  }

  /**
   * Writes a message to {@code target} from {@code at} on.
   *
   * @param bytes that it is to have; it has more where the template asks for them, and less where
   *     it has no payload
   * @return how many it has
   */
  int write(CharSequence stamp, int bytes, byte[] target, int at) {
    int fillingBytes = Math.max(0, bytes - bytesWithoutFilling(stamp));
    int next = put(texts[0], target, at);
    for (int slot = 0; slot < slots.length; slot++) {
      next =
          switch (slots[slot]) {
            case STAMP -> stamp(stamp, target, next);
            case SEQ -> put(stamp, seqStart(stamp), seqEnd(stamp), target, next);
            default -> filling(fillingBytes, target, next);
          };
      next = put(texts[slot + 1], target, next);
    }
    return next - at;
  }

  /** The same as text. For messages outside of a measurement: it allocates. */
  String text(CharSequence stamp, int bytes) {
    byte[] room = new byte[mostBytes(bytes)];
    return new String(room, 0, write(stamp, bytes, room, 0), StandardCharsets.UTF_8);
  }

  private int bytesWithoutFilling(CharSequence stamp) {
    int bytes = textBytes;
    for (Placeholder slot : slots) {
      if (slot == Placeholder.STAMP) {
        bytes += OPENING.length + stamp.length() + 1;
      } else if (slot == Placeholder.SEQ) {
        bytes += seqEnd(stamp) - seqStart(stamp);
      }
    }
    return bytes;
  }

  private static int stamp(CharSequence stamp, byte[] target, int at) {
    int end = put(stamp, 0, stamp.length(), target, put(OPENING, target, at));
    target[end] = StampForm.WORD_END;
    return end + 1;
  }

  private static int filling(int bytes, byte[] target, int at) {
    Arrays.fill(target, at, at + bytes, (byte) 'x');
    return at + bytes;
  }

  /** The number is the second part of the stamp. */
  private static int seqStart(CharSequence stamp) {
    return pointFrom(stamp, 0) + 1;
  }

  private static int seqEnd(CharSequence stamp) {
    return pointFrom(stamp, seqStart(stamp));
  }

  private static int pointFrom(CharSequence stamp, int from) {
    int at = from;
    while (at < stamp.length() && stamp.charAt(at) != POINT) {
      at++;
    }
    return at;
  }

  private static int put(byte[] text, byte[] target, int at) {
    System.arraycopy(text, 0, target, at, text.length);
    return at + text.length;
  }

  private static int put(CharSequence text, int from, int to, byte[] target, int at) {
    int next = at;
    for (int i = from; i < to; i++) {
      target[next++] = (byte) text.charAt(i);
    }
    return next;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
