package org.boardbench.springstomp;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.messaging.simp.config.SimpleBrokerRegistration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketTransportRegistration;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

@Configuration
@EnableWebSocketMessageBroker
@EnableConfigurationProperties({Style.class, ChannelThreads.class, BoardTopics.class})
class StompConfig implements WebSocketMessageBrokerConfigurer {
  private static final int MAX_MESSAGE_BYTES = 64 * 1024;
  private static final long HEART_BEAT_MS = 10_000;

  /** What a session may leave unread before it is cut: some 3,000 strokes of 300 bytes. */
  private static final int MAX_UNREAD_BYTES = 1024 * 1024;

  /** How long one send may take before the session is cut: Spring's default, stated. */
  private static final int SEND_TIME_LIMIT_MS = 10_000;

  private final Style style;
  private final ChannelThreads threads;
  private final BoardTopics topics;
  private final TaskScheduler scheduler;
  private final MessageChannel outbound;

  /** Lazy, because both are made by what this configures. */
  StompConfig(
      Style style,
      ChannelThreads threads,
      BoardTopics topics,
      @Lazy TaskScheduler messageBrokerTaskScheduler,
      @Lazy @Qualifier("clientOutboundChannel") MessageChannel outbound) {
    this.style = style;
    this.threads = threads;
    this.topics = topics;
    this.scheduler = messageBrokerTaskScheduler;
    this.outbound = outbound;
  }

  @Override
  public void registerStompEndpoints(StompEndpointRegistry registry) {
    registry.addEndpoint("/ws");
    // Else messages of one sender overtake each other in the inbound channel's thread pool.
    registry.setPreserveReceiveOrder(style.keepsOrder());
  }

  @Override
  public void configureMessageBroker(MessageBrokerRegistry registry) {
    // Else messages to one receiver overtake each other in the outbound channel's threads.
    registry.setPreservePublishOrder(style.keepsOrder());
    threads.brokerPool().ifPresent(registry.configureBrokerChannel()::executor);
    registry.setApplicationDestinationPrefixes("/app");
    SimpleBrokerRegistration broker =
        registry
            .enableSimpleBroker("/topic", "/queue")
            .setHeartbeatValue(new long[] {HEART_BEAT_MS, HEART_BEAT_MS})
            .setTaskScheduler(scheduler);
    if (topics.isFiltered()) {
      broker.setSelectorHeaderName(BoardTopics.SELECTOR);
    }
  }

  @Override
  public void configureWebSocketTransport(WebSocketTransportRegistration registration) {
    registration
        .setMessageSizeLimit(MAX_MESSAGE_BYTES)
        .setSendTimeLimit(SEND_TIME_LIMIT_MS)
        .setSendBufferSizeLimit(MAX_UNREAD_BYTES);
  }

  @Override
  public void configureClientInboundChannel(ChannelRegistration registration) {
    threads.inboundPool().ifPresent(registration::executor);
    registration.interceptors(new ClientDestinations(), new SubscriptionReceipts(outbound));
    if (topics.isFiltered()) {
      registration.interceptors(new SelectedBoards());
    }
  }

  /**
   * A send blocks while its receiver does not read. On Spring's default, a pool of twice as many
   * threads as cores, that many slow readers would stall everybody until they are cut.
   */
  @Override
  public void configureClientOutboundChannel(ChannelRegistration registration) {
    if (style.sendsOnVirtualThreads()) {
      registration.executor(new VirtualThreadTaskExecutor("outbound-"));
    } else {
      threads.outboundPool().ifPresent(registration::executor);
    }
  }

  /** Tomcat closes the connection of a longer frame with status 1009. */
  @Bean
  ServletServerContainerFactoryBean webSocketContainer() {
    var container = new ServletServerContainerFactoryBean();
    container.setMaxTextMessageBufferSize(MAX_MESSAGE_BYTES);
    container.setMaxBinaryMessageBufferSize(MAX_MESSAGE_BYTES);
    return container;
  }
}
