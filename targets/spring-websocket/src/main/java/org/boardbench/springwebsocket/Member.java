package org.boardbench.springwebsocket;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/**
 * A session that any thread may send through and that makes none of them wait: messages go into a
 * bounded outbox, which the session's own virtual thread empties in order. So a slow reader costs
 * nobody but itself.
 */
class Member extends WebSocketSessionDecorator {
  /** What a session may leave unread before it is cut: some 3,000 strokes of 300 bytes. */
  private static final int MAX_UNREAD_CHARS = 1024 * 1024;

  private static final Logger log = LoggerFactory.getLogger(Member.class);

  private final BlockingQueue<WebSocketMessage<?>> outbox = new LinkedBlockingQueue<>();
  private final AtomicInteger unreadChars = new AtomicInteger();
  private final Set<String> boardIds = ConcurrentHashMap.newKeySet();
  private final Thread sender;
  private volatile boolean alive = true;
  private volatile boolean ended;

  Member(WebSocketSession session) {
    super(session);
    sender = Thread.ofVirtual().name("sender-" + session.getId()).start(this::sendAll);
  }

  /** The boards that this member has joined. */
  Set<String> boardIds() {
    return boardIds;
  }

  /** Takes the message for sending. Once the session has ended it goes nowhere. */
  @Override
  public void sendMessage(WebSocketMessage<?> message) {
    if (ended) {
      return;
    }
    int unread = unreadChars.addAndGet(length(message));
    if (unread > MAX_UNREAD_CHARS) {
      cut("slow reader: " + unread + " characters unread");
    } else {
      outbox.add(message);
    }
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

  /** The session is closed: ends the sender. */
  void end() {
    ended = true;
    sender.interrupt();
  }

  /** Closes from a thread of its own, because a close frame waits for the send under way. */
  private void cut(String reason) {
    ended = true;
    Thread.startVirtualThread(() -> {
      log.warn("Cut {}: {}", getId(), reason);
      try {
        close(CloseStatus.SESSION_NOT_RELIABLE);
      } catch (IOException e) {
        log.warn("Session {} did not close cleanly", getId(), e);
      }
    });
  }

  private void sendAll() {
    try {
      while (!ended) {
        WebSocketMessage<?> message = outbox.take();
        getDelegate().sendMessage(message);
        unreadChars.addAndGet(-length(message));
      }
    } catch (InterruptedException | IOException | IllegalStateException e) {
      // The peer has gone or is being closed: Tomcat closes the session, and the handler hears of
      // it.
      log.debug("Sender of {} ends", getId(), e);
    }
  }

  private static int length(WebSocketMessage<?> message) {
    return message instanceof TextMessage text ? text.getPayload().length() : 0;
  }
}
