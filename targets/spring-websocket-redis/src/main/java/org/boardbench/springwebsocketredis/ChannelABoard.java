package org.boardbench.springwebsocketredis;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.data.redis.listener.Topic;
import org.springframework.web.socket.TextMessage;

/**
 * Each board has a channel, to which a worker is subscribed while it has members on the board. A
 * message goes to Redis, and from there to the members of every worker, this one included, so that
 * each gets it once.
 */
class ChannelABoard implements Boards {
  private final Map<String, Board> boards = new ConcurrentHashMap<>();
  private final StringRedisTemplate redis;
  private final RedisMessageListenerContainer listeners;

  ChannelABoard(StringRedisTemplate redis, RedisMessageListenerContainer listeners) {
    this.redis = redis;
    this.listeners = listeners;
  }

  /** Joining and leaving the same board wait for each other, and for Redis. */
  @Override
  public void join(String boardId, Member member) {
    boards.compute(
        boardId,
        (id, present) -> {
          Board board = present == null ? subscribed(id) : present;
          board.members.add(member);
          return board;
        });
  }

  @Override
  public void leave(String boardId, Member member) {
    boards.computeIfPresent(
        boardId,
        (id, board) -> {
          board.members.remove(member);
          if (!board.members.isEmpty()) {
            return board;
          }
          synchronized (listeners) {
            listeners.removeMessageListener(board, topic(id));
          }
          return null;
        });
  }

  @Override
  public void publish(String boardId, String text) {
    redis.convertAndSend(topic(boardId).getTopic(), text);
  }

  private Board subscribed(String boardId) {
    Board board = new Board();
    // One change at a time, because the container's own books are not made for more.
    synchronized (listeners) {
      listeners.addMessageListener(board, topic(boardId));
    }
    return board;
  }

  private static Topic topic(String boardId) {
    return ChannelTopic.of("board:" + boardId);
  }

  private static class Board implements MessageListener {
    final Set<Member> members = ConcurrentHashMap.newKeySet();

    @Override
    public void onMessage(Message message, byte[] pattern) {
      TextMessage text = new TextMessage(message.getBody());
      for (Member member : members) {
        member.sendMessage(text);
      }
    }
  }
}
