package org.boardbench.springwebflux;

import io.netty.handler.timeout.ReadTimeoutHandler;
import java.util.Map;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import reactor.netty.http.server.WebsocketServerSpec;

@Configuration
class WebSocketConfig implements WebFluxConfigurer {
  private static final int MAX_MESSAGE_BYTES = 64 * 1024;

  /** Two pings. */
  private static final int SILENT_AT_MOST_S = 60;

  @Bean
  HandlerMapping boardMapping(BoardHandler handler) {
    return new SimpleUrlHandlerMapping(Map.of("/ws", handler), Ordered.HIGHEST_PRECEDENCE);
  }

  /** A longer message, of one frame or of several, closes its connection with status 1009. */
  @Override
  public WebSocketService getWebSocketService() {
    return new HandshakeWebSocketService(
        new ReactorNettyRequestUpgradeStrategy(
            () ->
                WebsocketServerSpec.builder()
                    .maxFramePayloadLength(MAX_MESSAGE_BYTES)
                    .compress(false)));
  }

  /** Closes a connection from which nothing comes any more, not even a pong. */
  @Bean
  NettyServerCustomizer readTimeout() {
    return server ->
        server.doOnChannelInit(
            (observer, channel, address) ->
                channel.pipeline().addFirst(new ReadTimeoutHandler(SILENT_AT_MOST_S)));
  }
}
