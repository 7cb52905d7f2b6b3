package org.boardbench.driver.io;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A stream of bytes to one peer. Belongs to the loop that made it: only that loop's thread calls
 * it, and calls its listener.
 */
public interface Transport {
  /** The reason when the peer ended the stream in good order. */
  String END_OF_STREAM = "closed by server";

  /** Hears of a transport; {@link #ended} is the last call and comes once. */
  interface Listener {
    /** Bytes can flow. */
    void connected();

    /**
     * Takes all of {@code bytes}: a heap buffer with array offset 0, valid during the call only.
     *
     * <p>When one read takes what came in several packets, {@code receivedNs} is the last one's.
     *
     * @param receivedNs when they reached this machine (run clock): by the kernel's clock, which is
     *     earlier than {@code readNs}, or equal to that where the kernel does not say
     * @param readNs the moment after the read
     */
    void received(ByteBuffer bytes, long receivedNs, long readNs);

    /**
     * What is handed on next was read late: see {@link LateRead}. Where the kernel does not tell,
     * this is never called.
     *
     * @param bufferPct how full the socket's receive buffer had become
     */
    default void readLate(double bufferPct, long readNs) {}

    /** There is room again, and all that earlier writes left behind has gone. */
    void writable();

    /**
     * The peer ended the stream, or the transport broke.
     *
     * @param reason short, the same for all transports that ended alike
     */
    void ended(String reason);
  }

  /**
   * Gives the kernel as much as it takes. When this returns false, {@link Listener#writable} will
   * say when to go on with what remains in {@code bytes}.
   *
   * @return whether all of it, and all that earlier writes left behind, has gone
   * @throws IOException when the transport is broken, or closed
   */
  boolean write(ByteBuffer bytes) throws IOException;

  /**
   * Takes now what has come and was not handled yet.
   *
   * @return whether there was something; false also where the transport cannot tell
   */
  default boolean takeWaiting() {
    return false;
  }

  /** Closes without a word to the listener. May be called again. */
  void close();
}
