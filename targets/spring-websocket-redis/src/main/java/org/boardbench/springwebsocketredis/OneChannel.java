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
 * All boards share one channel, to which every worker is subscribed from its start. Each reads every
 * message once more to find out whose it is, and sends it to the members of that board that it has.
 */
class OneChannel implements Boards, MessageListener {
  private static final Topic CHANNEL = ChannelTopic.of("messages");

  private final Map<String, Set<Member>> membersByBoard = new ConcurrentHashMap<>();
  private final StringRedisTemplate redis;
  private final BoardMessage.Reader reader;

  OneChannel(
      StringRedisTemplate redis,
      RedisMessageListenerContainer listeners,
      BoardMessage.Reader reader) {
    this.redis = redis;
    this.reader = reader;
    listeners.addMessageListener(this, CHANNEL);
  }

  @Override
  public void join(String boardId, Member member) {
    membersByBoard.compute(
        boardId,
        (id, present) -> {
          Set<Member> members = present == null ? ConcurrentHashMap.newKeySet() : present;
          members.add(member);
          return members;
        });
  }

  @Override
  public void leave(String boardId, Member member) {
    membersByBoard.computeIfPresent(
        boardId,
        (id, members) -> {
          members.remove(member);
          return members.isEmpty() ? null : members;
        });
  }

  @Override
  public void publish(String boardId, String text) {
    redis.convertAndSend(CHANNEL.getTopic(), text);
  }

  @Override
  public void onMessage(Message message, byte[] pattern) {
    TextMessage text = new TextMessage(message.getBody());
    for (Member member : membersByBoard.getOrDefault(boardId(text), Set.of())) {
      member.sendMessage(text);
    }
  }

  private String boardId(TextMessage text) {
    try {
      return reader.read(text.getPayload()).boardId();
    } catch (BadMessageException e) {
      throw new IllegalStateException("its sender's worker took it", e);
    }
  }
}
