package org.boardbench.springwebsocketredis;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * Is written to by whoever has a message, who waits while this one does not read; so do all whose
 * messages come after.
 */
class PlainMember extends Member {
  private static final Logger log = LoggerFactory.getLogger(PlainMember.class);

  PlainMember(WebSocketSession session) {
    super(session);
  }

  /** One at a time, because a session of the Java WebSocket API allows no two sends at once. */
  @Override
  public synchronized void sendMessage(WebSocketMessage<?> message) {
    try {
      getDelegate().sendMessage(message);
    } catch (IOException | IllegalStateException e) {
      // The peer has gone or is being closed, which is no fault of the sender's: Tomcat closes the
      // session, and the handler hears of it.
      log.debug("Session {} takes no message", getId(), e);
    }
  }
}
