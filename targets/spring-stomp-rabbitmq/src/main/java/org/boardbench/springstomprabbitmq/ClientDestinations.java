package org.boardbench.springstomprabbitmq;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageDeliveryException;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.support.ChannelInterceptor;

/** Clients send to {@code /app} only: what goes to a topic has passed the controller. */
class ClientDestinations implements ChannelInterceptor {
  @Override
  public Message<?> preSend(Message<?> message, MessageChannel channel) {
    if (SimpMessageHeaderAccessor.getMessageType(message.getHeaders()) == SimpMessageType.MESSAGE) {
      String destination = SimpMessageHeaderAccessor.getDestination(message.getHeaders());
      if (destination == null || !destination.startsWith("/app/")) {
        throw new MessageDeliveryException(message, "send to /app/board.{id}");
      }
    }
    return message;
  }
}
