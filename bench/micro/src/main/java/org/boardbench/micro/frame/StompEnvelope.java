package org.boardbench.micro.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompDecoder;
import org.springframework.messaging.simp.stomp.StompEncoder;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.util.MimeTypeUtils;

/**
 * STOMP 1.2 with Spring's encoder and decoder and the headers that its broker sends. Every member
 * gets a frame of its own, for subscription and message id are its own.
 */
final class StompEnvelope implements Envelope {
  private static final String SESSION = "7d1c0f7e-5ff0-4d6f-a1f4-9f8d7f8b6c21";

  private final StompEncoder encoder = new StompEncoder();
  private final StompDecoder decoder = new StompDecoder();
  private long messages;

  @Override
  public byte[] published(byte[] message) {
    StompHeaderAccessor headers = StompHeaderAccessor.create(StompCommand.SEND);
    headers.setDestination("/app/board.b3");
    headers.setContentType(MimeTypeUtils.APPLICATION_JSON);
    return encoder.encode(MessageBuilder.createMessage(message, headers.getMessageHeaders()));
  }

  @Override
  public byte[] wrap(byte[] message) {
    StompHeaderAccessor headers = StompHeaderAccessor.create(StompCommand.MESSAGE);
    headers.setDestination("/topic/board.b3");
    headers.setContentType(MimeTypeUtils.APPLICATION_JSON);
    headers.setSubscriptionId("board");
    headers.setMessageId(SESSION + "-" + messages++);
    headers.setLeaveMutable(true);
    byte[] frame =
        encoder.encode(MessageBuilder.createMessage(message, headers.getMessageHeaders()));
    return new String(frame, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] unwrap(byte[] text) {
    byte[] bytes = new String(text, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    List<Message<byte[]>> messages = decoder.decode(ByteBuffer.wrap(bytes));
    return messages.getFirst().getPayload();
  }
}
