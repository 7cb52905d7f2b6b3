package org.boardbench.springwebsocketredis;

import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.web.socket.WebSocketSession;

/** What the style chooses. */
@Configuration
@EnableConfigurationProperties(Style.class)
class BoardConfig {
  @Bean
  Boards boards(
      Style style,
      StringRedisTemplate redis,
      RedisMessageListenerContainer listeners,
      BoardMessage.Reader reader) {
    return style.hasChannelABoard()
        ? new ChannelABoard(redis, listeners)
        : new OneChannel(redis, listeners, reader);
  }

  @Bean
  Function<WebSocketSession, Member> members(Style style) {
    return style.hasOutboxes() ? OutboxMember::new : PlainMember::new;
  }
}
