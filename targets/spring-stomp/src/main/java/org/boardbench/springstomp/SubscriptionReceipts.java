package org.boardbench.springstomp;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageHandler;
import org.springframework.messaging.simp.broker.SimpleBrokerMessageHandler;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.simp.user.UserDestinationMessageHandler;
import org.springframework.messaging.support.ExecutorChannelInterceptor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.messaging.support.MessageHeaderAccessor;

/**
 * Answers the receipt that a {@code SUBSCRIBE} asks for once the subscription has taken effect. The
 * simple broker itself answers none, so a client would not know from when on it misses nothing.
 */
class SubscriptionReceipts implements ExecutorChannelInterceptor {
  private static final byte[] NO_BODY = {};

  private final MessageChannel outbound;

  SubscriptionReceipts(MessageChannel outbound) {
    this.outbound = outbound;
  }

  @Override
  public void afterMessageHandled(
      Message<?> message, MessageChannel channel, MessageHandler handler, Exception failure) {
    var sent = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
    if (failure == null
        && sent != null
        && sent.getCommand() == StompCommand.SUBSCRIBE
        && sent.getReceipt() != null
        && sent.getDestination() != null
        && isSubscribedBy(handler, sent.getDestination())) {
      var receipt = StompHeaderAccessor.create(StompCommand.RECEIPT);
      receipt.setReceiptId(sent.getReceipt());
      receipt.setSessionId(sent.getSessionId());
      outbound.send(MessageBuilder.createMessage(NO_BODY, receipt.getMessageHeaders()));
    }
  }

  /** Each message passes all handlers; the one of {@code /user} hands on to the broker at once. */
  private static boolean isSubscribedBy(MessageHandler handler, String destination) {
    return switch (handler) {
      case SimpleBrokerMessageHandler broker ->
          broker.getDestinationPrefixes().stream().anyMatch(destination::startsWith);
      case UserDestinationMessageHandler users -> destination.startsWith("/user/");
      default -> false;
    };
  }
}
