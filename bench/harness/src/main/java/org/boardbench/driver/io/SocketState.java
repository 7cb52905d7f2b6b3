package org.boardbench.driver.io;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.boardbench.driver.io.linux.Linux;

/** What a native loop asks of its sockets. Used by the loop's thread. */
final class SocketState {
  private final MemorySegment error;
  private final MemorySegment word;
  private final MemorySegment wordBytes;

  SocketState(Arena arena, MemorySegment error) {
    this.error = error;
    this.word = arena.allocate(Long.BYTES, Long.BYTES);
    this.wordBytes = arena.allocate(Long.BYTES, Long.BYTES);
  }

  /** The error that a connect ended with; 0 when there was none. */
  int pendingError(int socket) {
    wordBytes.set(JAVA_INT, 0, Integer.BYTES);
    int result = Linux.getOption(error, socket, Linux.SOL_SOCKET, Linux.SO_ERROR, word, wordBytes);
    return result < 0 ? -result : word.get(JAVA_INT, 0);
  }

  /** Whether a connect has come to a good end, be it that nobody has noticed yet. */
  boolean isConnected(int socket) {
    wordBytes.set(JAVA_INT, 0, Long.BYTES);
    int result = Linux.getOption(error, socket, Linux.IPPROTO_TCP, Linux.TCP_INFO, word, wordBytes);
    return result >= 0 && word.get(JAVA_BYTE, 0) == Linux.TCP_ESTABLISHED;
  }

  /**
   * How full a socket's receive buffer was before {@code taken} bytes were read, in percent of its
   * size now: the kernel makes it larger as it sees fit.
   */
  double receiveBufferPct(int socket, int taken) {
    requireAnswer(Linux.unread(error, socket, word));
    double waiting = taken + word.get(JAVA_INT, 0);
    wordBytes.set(JAVA_INT, 0, Integer.BYTES);
    requireAnswer(
        Linux.getOption(error, socket, Linux.SOL_SOCKET, Linux.SO_RCVBUF, word, wordBytes));
    return 100 * waiting / word.get(JAVA_INT, 0);
  }

  private static void requireAnswer(int result) {
    if (result < 0) {
      throw new IllegalStateException(
          "a socket hides its buffer: " + ConnectionErrors.ofError(-result));
    }
  }
}
