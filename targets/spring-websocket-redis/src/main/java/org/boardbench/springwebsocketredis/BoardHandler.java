package org.boardbench.springwebsocketredis;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Serves the connections: joins them to boards and publishes what they send. */
@Component
class BoardHandler extends TextWebSocketHandler {
  private static final int PING_INTERVAL_MS = 30_000;

  private static final Logger log = LoggerFactory.getLogger(BoardHandler.class);

  private final Map<String, Member> memberBySession = new ConcurrentHashMap<>();
  private final Function<WebSocketSession, Member> members;
  private final Boards boards;
  private final BoardMessage.Reader reader;
  private final Answers answers;

  BoardHandler(
      Function<WebSocketSession, Member> members,
      Boards boards,
      BoardMessage.Reader reader,
      Answers answers) {
    this.members = members;
    this.boards = boards;
    this.reader = reader;
    this.answers = answers;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    memberBySession.put(session.getId(), members.apply(session));
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage text) {
    Member member = memberBySession.get(session.getId());
    if (member == null) {
      return; // closed meanwhile
    }
    try {
      BoardMessage message = reader.read(text.getPayload());
      if (message.join()) {
        join(member, message);
      } else {
        boards.publish(message.boardId(), text.getPayload());
      }
    } catch (BadMessageException refused) {
      member.sendMessage(answers.error(refused.getMessage()));
    } catch (DataAccessException failure) {
      log.error("Refused a message: {}", failure.getMessage());
      member.sendMessage(answers.error("Redis did not take the message"));
    }
  }

  private void join(Member member, BoardMessage join) {
    member.boardIds().add(join.boardId());
    boards.join(join.boardId(), member);
    if (member.isOpen()) {
      member.sendMessage(answers.joined(join));
    } else {
      // Closed while Redis was asked: it may have left before it was there.
      boards.leave(join.boardId(), member);
    }
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
    Member member = memberBySession.get(session.getId());
    if (member != null) {
      member.sendMessage(answers.error("binary frames are not allowed"));
    }
  }

  @Override
  protected void handlePongMessage(WebSocketSession session, PongMessage message) {
    Member member = memberBySession.get(session.getId());
    if (member != null) {
      member.answeredPing();
    }
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    Member member = memberBySession.remove(session.getId());
    member.end();
    // Leaving waits for Redis, and what has closed the session may be the thread that reads from it.
    Thread.startVirtualThread(
        () -> member.boardIds().forEach(boardId -> boards.leave(boardId, member)));
  }

  @Scheduled(fixedRate = PING_INTERVAL_MS, initialDelay = PING_INTERVAL_MS)
  void pingAll() {
    memberBySession.values().forEach(Member::checkAlive);
  }
}
