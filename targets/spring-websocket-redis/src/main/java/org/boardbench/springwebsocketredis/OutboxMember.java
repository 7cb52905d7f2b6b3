package org.boardbench.springwebsocketredis;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * Makes no sender wait: messages go into a bounded outbox, which the session's own virtual thread
 * empties in order. So a slow reader costs nobody but itself.
 */
class OutboxMember extends Member {
  /** What a session may leave unread before it is cut: some 3,000 strokes of 300 bytes. */
  private static final int MAX_UNREAD_CHARS = 1024 * 1024;

  private static final Logger log = LoggerFactory.getLogger(OutboxMember.class);

  private final BlockingQueue<WebSocketMessage<?>> outbox = new LinkedBlockingQueue<>();
  private final AtomicInteger unreadChars = new AtomicInteger();
  private final Thread sender;
  private volatile boolean ended;

  OutboxMember(WebSocketSession session) {
    super(session);
    sender = Thread.ofVirtual().name("sender-" + session.getId()).start(this::sendAll);
  }

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

  @Override
  void cut(String reason) {
    ended = true;
    super.cut(reason);
  }

  /** Ends the sender. */
  @Override
  void end() {
    ended = true;
    sender.interrupt();
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
