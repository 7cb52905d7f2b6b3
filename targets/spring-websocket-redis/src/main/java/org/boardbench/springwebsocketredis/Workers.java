package org.boardbench.springwebsocketredis;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.data.redis.listener.Topic;
import org.springframework.stereotype.Component;

/** Which of the workers are ready: each listens to a channel that has no other use. */
@Component
class Workers {
  private static final Topic CHANNEL = ChannelTopic.of("workers");

  private final int expected;
  private final StringRedisTemplate redis;

  /** Starts to listen at once: the container by itself would do so only after Tomcat. */
  Workers(
      @Value("${workers}") int expected,
      StringRedisTemplate redis,
      RedisMessageListenerContainer listeners) {
    this.expected = expected;
    this.redis = redis;
    listeners.addMessageListener((message, pattern) -> {}, CHANNEL);
    listeners.start();
  }

  boolean areReady() {
    try {
      Long listening = redis.convertAndSend(CHANNEL.getTopic(), "");
      return listening != null && listening >= expected;
    } catch (DataAccessException redisIsAway) {
      return false;
    }
  }
}
