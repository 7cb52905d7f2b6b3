package org.boardbench.springstomp;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageHeaderAccessor;

/** Makes of a subscription to a board one to all boards, with a selector that leaves that board. */
class SelectedBoards implements ChannelInterceptor {
  @Override
  public Message<?> preSend(Message<?> message, MessageChannel channel) {
    var sent = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
    if (sent != null
        && sent.getCommand() == StompCommand.SUBSCRIBE
        && BoardTopics.isOfBoard(sent.getDestination())) {
      sent.setNativeHeader(BoardTopics.SELECTOR, BoardTopics.selectorOf(sent.getDestination()));
      sent.setDestination(BoardTopics.all());
    }
    return message;
  }
}
