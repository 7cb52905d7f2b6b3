package org.boardbench.springstomprabbitmq;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageDeliveryException;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.handler.annotation.DestinationVariable;
import org.springframework.messaging.handler.annotation.MessageExceptionHandler;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.stereotype.Controller;
import org.springframework.util.MimeTypeUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Passes what is sent to a board on to its subscribers, byte for byte, by way of the broker. */
@Controller
class BoardController {
  private static final Logger log = LoggerFactory.getLogger(BoardController.class);

  private final JsonMapper mapper;
  private final SimpMessagingTemplate template;
  private final Refusals refusals;

  BoardController(JsonMapper mapper, SimpMessagingTemplate template, Refusals refusals) {
    this.mapper = mapper;
    this.template = template;
    this.refusals = refusals;
  }

  @MessageMapping("/board.{boardId}")
  void publish(@DestinationVariable String boardId, Message<byte[]> sent)
      throws BadMessageException {
    JsonNode message = parse(sent.getPayload());
    if (!message.isObject()) {
      throw new BadMessageException("not a JSON object");
    }
    if (!message.path("boardId").stringValue("").equals(boardId)) {
      throw new BadMessageException("boardId is missing or not that of the destination");
    }
    template.send(
        "/topic/board." + boardId, MessageBuilder.createMessage(sent.getPayload(), jsonHeaders()));
  }

  @MessageExceptionHandler
  void refused(BadMessageException refused, SimpMessageHeaderAccessor sent) {
    refusals.tell(sent, refused.getMessage());
  }

  @MessageExceptionHandler
  void notTaken(MessageDeliveryException failure, SimpMessageHeaderAccessor sent) {
    log.error("Refused a message: {}", failure.getMessage());
    refusals.tell(sent, "the broker did not take the message");
  }

  private JsonNode parse(byte[] body) throws BadMessageException {
    try {
      return mapper.readTree(body);
    } catch (JacksonException e) {
      throw new BadMessageException("malformed JSON");
    }
  }

  /** JSON, because Spring sends a body without a content type of text in a binary frame. */
  private static MessageHeaders jsonHeaders() {
    var headers = SimpMessageHeaderAccessor.create(SimpMessageType.MESSAGE);
    headers.setContentType(MimeTypeUtils.APPLICATION_JSON);
    headers.setLeaveMutable(true);
    return headers.getMessageHeaders();
  }
}
