package org.boardbench.springwebflux;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A session with the boards that it has joined. Any thread may send to it, and none waits: messages
 * go into an outbox, from which each is written when the one before it has been. So a slow reader
 * costs nobody but itself.
 */
class Member {
  /** What a session may leave unread before it is cut: some 3,000 strokes of 300 bytes. */
  private static final int MAX_UNREAD_BYTES = 1024 * 1024;

  private static final Logger log = LoggerFactory.getLogger(Member.class);

  private final WebSocketSession session;
  private final Set<String> boardIds = ConcurrentHashMap.newKeySet();
  private final AtomicInteger unreadBytes = new AtomicInteger();
  private final Sinks.Empty<Void> cut = Sinks.empty();
  private volatile FluxSink<WebSocketMessage> outbox;

  Member(WebSocketSession session) {
    this.session = session;
  }

  /** The boards that this member has joined. */
  Set<String> boardIds() {
    return boardIds;
  }

  /**
   * Writes what is sent from the subscription on, in the order in which it is sent. Several threads
   * may send at once: a sink that {@code create} makes lets them through one by one.
   */
  Mono<Void> sending() {
    return Flux.<WebSocketMessage>create(sink -> outbox = sink).concatMap(this::write, 1).then();
  }

  /** Completes once the session has left too much unread. */
  Mono<Void> cut() {
    return cut.asMono();
  }

  /**
   * Once the session has ended, the text goes nowhere.
   *
   * @param text UTF-8, which is not changed any more
   */
  void send(byte[] text) {
    int unread = unreadBytes.addAndGet(text.length);
    if (unread <= MAX_UNREAD_BYTES) {
      outbox.next(
          new WebSocketMessage(WebSocketMessage.Type.TEXT, session.bufferFactory().wrap(text)));
    } else if (cut.tryEmitEmpty().isSuccess()) {
      log.warn("Cut slow reader {}: {} bytes unread", session.getId(), unread);
    }
  }

  void ping() {
    outbox.next(session.pingMessage(factory -> factory.wrap(new byte[0])));
  }

  void goAway() {
    session.close(CloseStatus.GOING_AWAY).subscribe();
  }

  /** Completes once the kernel has taken all of the message. */
  private Mono<Void> write(WebSocketMessage message) {
    int bytes = message.getPayload().readableByteCount();
    return session.send(Mono.just(message)).doOnSuccess(v -> unreadBytes.addAndGet(-bytes));
  }
}
