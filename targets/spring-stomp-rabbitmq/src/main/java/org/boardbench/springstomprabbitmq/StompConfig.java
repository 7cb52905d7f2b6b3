package org.boardbench.springstomprabbitmq;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketTransportRegistration;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

@Configuration
@EnableWebSocketMessageBroker
class StompConfig implements WebSocketMessageBrokerConfigurer {
  private static final int MAX_MESSAGE_BYTES = 64 * 1024;

  /** What a session may leave unread before it is cut: some 3,000 strokes of 300 bytes. */
  private static final int MAX_UNREAD_BYTES = 1024 * 1024;

  /** How long one send may take before the session is cut: Spring's default, stated. */
  private static final int SEND_TIME_LIMIT_MS = 10_000;

  private final String brokerHost;
  private final int brokerPort;
  private final Refusals refusals;

  StompConfig(
      @Value("${broker.host}") String brokerHost,
      @Value("${broker.port}") int brokerPort,
      Refusals refusals) {
    this.brokerHost = brokerHost;
    this.brokerPort = brokerPort;
    this.refusals = refusals;
  }

  @Override
  public void registerStompEndpoints(StompEndpointRegistry registry) {
    registry.addEndpoint("/ws");
    // Else messages of one sender overtake each other in the inbound channel's thread pool.
    registry.setPreserveReceiveOrder(true);
  }

  /** Clients and the server itself log in as RabbitMQ's guest, whom it takes from this machine only. */
  @Override
  public void configureMessageBroker(MessageBrokerRegistry registry) {
    // Else messages to one receiver overtake each other in the outbound channel's threads.
    registry.setPreservePublishOrder(true);
    registry.setApplicationDestinationPrefixes("/app");
    registry
        .enableStompBrokerRelay("/topic")
        .setRelayHost(brokerHost)
        .setRelayPort(brokerPort)
        .setVirtualHost("/");
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
    registration.interceptors(new ClientDestinations(), refusals);
  }

  /**
   * A send blocks while its receiver does not read. On Spring's default, a pool of twice as many
   * threads as cores, that many slow readers would stall everybody until they are cut.
   */
  @Override
  public void configureClientOutboundChannel(ChannelRegistration registration) {
    registration.executor(new VirtualThreadTaskExecutor("outbound-"));
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
