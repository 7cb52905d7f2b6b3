package org.boardbench.springwebsocketredis;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;

/** The port that all workers share, and the way to Redis. */
@Configuration
class ServerConfig {
  @Bean
  WebServerFactoryCustomizer<TomcatWebServerFactory> sharedPort() {
    return tomcat -> tomcat.setProtocol(SharedPortProtocol.class.getName());
  }

  /** While Redis is away a message is refused at once: by default it would wait for a minute. */
  @Bean
  LettuceClientOptionsBuilderCustomizer refuseWhileDisconnected() {
    return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
  }

  @Bean
  RedisMessageListenerContainer listeners(RedisConnectionFactory redis, Style style) {
    var container = new RedisMessageListenerContainer();
    container.setConnectionFactory(redis);
    if (style.keepsOrder()) {
      // In the thread that reads from Redis. By default each message has a thread, and they overtake
      // each other.
      container.setTaskExecutor(new SyncTaskExecutor());
      container.setSubscriptionExecutor(new VirtualThreadTaskExecutor("subscription-"));
    }
    return container;
  }
}
