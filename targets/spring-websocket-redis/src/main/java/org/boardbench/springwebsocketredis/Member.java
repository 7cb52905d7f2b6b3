package org.boardbench.springwebsocketredis;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/** A session that any thread may send through, with the boards that it has joined. */
abstract class Member extends WebSocketSessionDecorator {
  private static final Logger log = LoggerFactory.getLogger(Member.class);

  private final Set<String> boardIds = ConcurrentHashMap.newKeySet();
  private volatile boolean alive = true;

  Member(WebSocketSession session) {
    super(session);
  }

  /** Once the session has ended, the message goes nowhere. */
  @Override
  public abstract void sendMessage(WebSocketMessage<?> message);

  /** The session is closed. */
  void end() {}

  /** The boards that this member has joined. */
  Set<String> boardIds() {
    return boardIds;
  }

  /** Cuts a peer that has not answered the previous ping, and pings again. */
  void checkAlive() {
    if (alive) {
      alive = false;
      sendMessage(new PingMessage());
    } else {
      cut("ping unanswered");
    }
  }

  void answeredPing() {
    alive = true;
  }

  /** Closes from a thread of its own, because a close frame waits for the send under way. */
  void cut(String reason) {
    Thread.startVirtualThread(() -> {
      log.warn("Cut {}: {}", getId(), reason);
      try {
        close(CloseStatus.SESSION_NOT_RELIABLE);
      } catch (IOException e) {
        log.warn("Session {} did not close cleanly", getId(), e);
      }
    });
  }
}
