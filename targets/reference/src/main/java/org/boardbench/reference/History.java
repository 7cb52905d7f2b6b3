package org.boardbench.reference;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** The last messages of a board, as many as fit. Used by the server's thread alone. */
final class History {
  private final int mostBytes;
  private final Deque<byte[]> texts = new ArrayDeque<>();
  private int bytes;

  /**
   * @param mostBytes of their texts; 0 keeps none
   */
  History(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  boolean isKept() {
    return mostBytes > 0;
  }

  void add(byte[] source, int from, int length) {
    if (!isKept()) {
      return;
    }
    texts.addLast(Arrays.copyOfRange(source, from, from + length));
    bytes += length;
    while (bytes > mostBytes) {
      bytes -= texts.removeFirst().length;
    }
  }

  /** The answer that has all of them, the oldest first. */
  byte[] frame(String boardId) {
    byte[] head = Answers.historyText(boardId).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream answer = new ByteArrayOutputStream(head.length + bytes + texts.size());
    answer.write(head, 0, head.length - 1); // without the brace that ends the object
    answer.writeBytes(",\"messages\":[".getBytes(StandardCharsets.UTF_8));
    boolean isFirst = true;
    for (byte[] text : texts) {
      if (!isFirst) {
        answer.write(',');
      }
      isFirst = false;
      answer.writeBytes(text);
    }
    answer.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
    return ServerFrames.frame(ServerFrames.FINAL | ServerFrames.TEXT, answer.toByteArray());
  }
}
