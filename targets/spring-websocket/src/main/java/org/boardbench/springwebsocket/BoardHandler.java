package org.boardbench.springwebsocket;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
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

  private final Map<String, Member> memberBySession = new ConcurrentHashMap<>();
  private final Style style;
  private final Boards boards;
  private final BoardMessage.Reader reader;
  private final Answers answers;

  BoardHandler(
      @Value("${style}") Style style, Boards boards, BoardMessage.Reader reader, Answers answers) {
    this.style = style;
    this.boards = boards;
    this.reader = reader;
    this.answers = answers;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    memberBySession.put(session.getId(), style.member(session));
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage text) {
    Member member = memberBySession.get(session.getId());
    try {
      BoardMessage message = reader.read(text.getPayload());
      if (message.join()) {
        join(session, member, message);
      } else {
        boards.publish(message.boardId(), text);
      }
    } catch (BadMessageException refused) {
      member.sendMessage(answers.error(refused.getMessage()));
    }
  }

  private void join(WebSocketSession session, Member member, BoardMessage join) {
    member.boardIds().add(join.boardId());
    boards.join(join.boardId(), member);
    if (!memberBySession.containsKey(session.getId())) {
      // Another thread has cut it meanwhile, and may have looked at its boards before it was there.
      boards.leave(join.boardId(), member);
      return;
    }
    member.sendMessage(answers.joined(join));
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
    memberBySession
        .get(session.getId())
        .sendMessage(answers.error("binary frames are not allowed"));
  }

  @Override
  protected void handlePongMessage(WebSocketSession session, PongMessage message) {
    memberBySession.get(session.getId()).answeredPing();
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    Member member = memberBySession.remove(session.getId());
    member.boardIds().forEach(boardId -> boards.leave(boardId, member));
    member.end();
  }

  @Scheduled(fixedRate = PING_INTERVAL_MS, initialDelay = PING_INTERVAL_MS)
  void pingAll() {
    memberBySession.values().forEach(Member::checkAlive);
  }
}
