package org.boardbench.springwebflux;

import io.netty.handler.codec.TooLongFrameException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;

/** Serves the connections: joins them to boards and publishes what they send. */
@Component
class BoardHandler implements WebSocketHandler {
  private static final int PING_INTERVAL_MS = 30_000;

  private static final Logger log = LoggerFactory.getLogger(BoardHandler.class);

  private final Set<Member> members = ConcurrentHashMap.newKeySet();
  private final Boards boards;
  private final BoardMessage.Reader reader;
  private final Answers answers;

  BoardHandler(Boards boards, BoardMessage.Reader reader, Answers answers) {
    this.boards = boards;
    this.reader = reader;
    this.answers = answers;
  }

  /** The connection is served until either direction ends, and closed then. */
  @Override
  public Mono<Void> handle(WebSocketSession session) {
    Member member = new Member(session);
    Mono<Void> receiving =
        session
            .receive()
            .doOnSubscribe(subscription -> members.add(member))
            .doOnNext(frame -> receive(member, frame))
            .then();
    // Sending is subscribed to first, so that there is an outbox for the first answer or ping.
    return Mono.firstWithSignal(member.sending(), receiving, member.cut())
        .onErrorResume(
            TooLongFrameException.class, e -> session.close(CloseStatus.TOO_BIG_TO_PROCESS))
        .onErrorResume(
            e -> {
              // The peer has gone without a close frame, or has sent what is no frame.
              log.debug("Session {} ends", session.getId(), e);
              return Mono.empty();
            })
        .doFinally(signal -> end(member));
  }

  private void receive(Member member, WebSocketMessage frame) {
    switch (frame.getType()) {
      case TEXT -> receive(member, frame.getPayloadAsText());
      case BINARY -> member.send(answers.error("binary frames are not allowed"));
      case PING, PONG -> {}
    }
  }

  private void receive(Member member, String text) {
    try {
      BoardMessage message = reader.read(text);
      if (message.join()) {
        member.boardIds().add(message.boardId());
        boards.join(message.boardId(), member);
        member.send(answers.joined(message));
      } else {
        boards.publish(message.boardId(), text.getBytes(StandardCharsets.UTF_8));
      }
    } catch (BadMessageException refused) {
      member.send(answers.error(refused.getMessage()));
    }
  }

  private void end(Member member) {
    members.remove(member);
    member.boardIds().forEach(boardId -> boards.leave(boardId, member));
  }

  @Scheduled(fixedRate = PING_INTERVAL_MS, initialDelay = PING_INTERVAL_MS)
  void pingAll() {
    members.forEach(Member::ping);
  }

  /** Before the web server stops. */
  @EventListener(ContextClosedEvent.class)
  void closeAll() {
    members.forEach(Member::goAway);
  }
}
