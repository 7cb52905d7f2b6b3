package org.boardbench.vertx;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;

/**
 * One connection with the boards that it has joined. Used on the event loop of its socket alone,
 * where a write never waits: what the peer has not read yet stays in the socket's write queue.
 */
final class Member {
  /** What a peer may leave unread before it is cut: some 3,000 strokes of 300 bytes. */
  private static final int MAX_UNREAD_BYTES = 1024 * 1024;

  private static final short POLICY_VIOLATION = 1008;

  private static final Logger log = System.getLogger(Member.class.getName());

  private final ServerWebSocket socket;
  private final Set<String> boardIds = new HashSet<>();
  private boolean cut;

  Member(ServerWebSocket socket) {
    this.socket = socket.setWriteQueueMaxSize(MAX_UNREAD_BYTES);
  }

  /** The boards that this member has joined. */
  Set<String> boardIds() {
    return boardIds;
  }

  /** Once the connection has ended, the text goes nowhere. */
  void send(String text) {
    if (takesMore()) {
      socket.writeTextMessage(text);
    }
  }

  void ping() {
    if (takesMore()) {
      socket.writePing(Buffer.buffer());
    }
  }

  private boolean takesMore() {
    if (cut || socket.isClosed()) {
      return false;
    }
    if (socket.writeQueueFull()) {
      cut();
      return false;
    }
    return true;
  }

  /**
   * A close frame waits behind what is unread. Nothing is read from the peer any more, so that the
   * idle timeout ends the connection of one who goes on not reading.
   */
  private void cut() {
    cut = true;
    log.log(Level.WARNING, "Cut a slow reader, {0}", socket.remoteAddress());
    socket.pause();
    socket.close(POLICY_VIOLATION, "slow reader");
  }
}
