package org.boardbench.protocol.stomp;

import java.nio.charset.StandardCharsets;
import org.boardbench.protocol.MessageBody;

/**
 * The {@code SEND} frames of one user's messages: all but the body and its length is known
 * beforehand, so that one is made in place and without allocation.
 */
final class SendEnvelope {
  private static final int RADIX = 10;

  /** Ends the headers, and the frame. */
  private static final int END_BYTES = "\n\n\0".length();

  private final byte[] head;
  private final MessageBody body;

  SendEnvelope(String destination, MessageBody body) {
    String frame = StompFrame.send(destination, "").text();
    String zero = "content-length:0";
    int length = frame.indexOf(zero) + zero.length() - 1;
    this.head = frame.substring(0, length).getBytes(StandardCharsets.UTF_8);
    this.body = body;
  }

  /** Size of the frame. */
  int bytes(int bodyBytes) {
    return head.length + digits(bodyBytes) + END_BYTES + bodyBytes;
  }

  /** Writes the frame and returns its size. */
  int write(CharSequence stamp, int bodyBytes, byte[] target, int at) {
    System.arraycopy(head, 0, target, at, head.length);
    int lengthEnd = at + head.length + digits(bodyBytes);
    int rest = bodyBytes;
    for (int place = lengthEnd - 1; place >= at + head.length; place--) {
      target[place] = (byte) ('0' + rest % RADIX);
      rest /= RADIX;
    }
    target[lengthEnd] = '\n';
    target[lengthEnd + 1] = '\n';
    body.write(stamp, bodyBytes, target, lengthEnd + 2);
    target[lengthEnd + 2 + bodyBytes] = 0;
    return bytes(bodyBytes);
  }

  private static int digits(int number) {
    int digits = 1;
    for (int rest = number / RADIX; rest > 0; rest /= RADIX) {
      digits++;
    }
    return digits;
  }
}
