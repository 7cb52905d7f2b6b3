package org.boardbench.springstomprabbitmq;

import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeTypeUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a client is told of its own messages alone, at {@code /user/queue/errors}. The broker has no
 * part in it: by it, every connection would have a queue there that stays when the connection has
 * ended.
 */
@Component
class Refusals implements ChannelInterceptor {
  private static final String DESTINATION = "/user/queue/errors";
  private static final String SUBSCRIPTION = Refusals.class.getName();
  private static final byte[] NO_BODY = {};

  private record Failed(String type, String reason) {}

  private final JsonMapper mapper;
  private final MessageChannel outbound;

  /** Lazy, because the channels are made by what this configures. */
  Refusals(
      JsonMapper mapper, @Lazy @Qualifier("clientOutboundChannel") MessageChannel outbound) {
    this.mapper = mapper;
    this.outbound = outbound;
  }

  /** Takes the subscription, which goes no further. */
  @Override
  public Message<?> preSend(Message<?> message, MessageChannel channel) {
    var sent = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
    if (sent == null
        || sent.getCommand() != StompCommand.SUBSCRIBE
        || !DESTINATION.equals(sent.getDestination())) {
      return message;
    }
    Map<String, Object> session = sent.getSessionAttributes();
    if (session != null && sent.getSubscriptionId() != null) {
      session.put(SUBSCRIPTION, sent.getSubscriptionId());
    }
    if (sent.getReceipt() != null) {
      var receipt = StompHeaderAccessor.create(StompCommand.RECEIPT);
      receipt.setReceiptId(sent.getReceipt());
      send(receipt, sent.getSessionId(), NO_BODY);
    }
    return null;
  }

  /** Tells the client that has sent a message; nothing when it has not subscribed. */
  void tell(SimpMessageHeaderAccessor sent, String reason) {
    Map<String, Object> session = sent.getSessionAttributes();
    if (session != null && session.get(SUBSCRIPTION) instanceof String subscription) {
      var headers = StompHeaderAccessor.create(StompCommand.MESSAGE);
      headers.setDestination(DESTINATION);
      headers.setSubscriptionId(subscription);
      headers.setMessageId(UUID.randomUUID().toString());
      headers.setContentType(MimeTypeUtils.APPLICATION_JSON);
      send(headers, sent.getSessionId(), mapper.writeValueAsBytes(new Failed("error", reason)));
    }
  }

  private void send(StompHeaderAccessor headers, String sessionId, byte[] body) {
    headers.setSessionId(sessionId);
    outbound.send(MessageBuilder.createMessage(body, headers.getMessageHeaders()));
  }
}
