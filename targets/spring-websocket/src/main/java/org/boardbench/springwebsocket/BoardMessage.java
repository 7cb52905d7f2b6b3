package org.boardbench.springwebsocket;

import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a text frame asks for.
 *
 * @param userId empty unless {@code join}
 */
record BoardMessage(boolean join, String boardId, String userId) {

  /** Reads the text of frames. */
  @Component
  static class Reader {
    private final JsonMapper mapper;

    Reader(JsonMapper mapper) {
      this.mapper = mapper;
    }

    BoardMessage read(String text) throws BadMessageException {
      JsonNode message = parse(text);
      if (!message.isObject()) {
        throw new BadMessageException("not a JSON object");
      }
      String boardId = required(message, "boardId");
      boolean join = message.path("type").stringValue("").equals("join");
      return new BoardMessage(join, boardId, join ? required(message, "userId") : "");
    }

    private JsonNode parse(String text) throws BadMessageException {
      try {
        return mapper.readTree(text);
      } catch (JacksonException e) {
        throw new BadMessageException("malformed JSON");
      }
    }

    private static String required(JsonNode message, String field) throws BadMessageException {
      JsonNode value = message.path(field);
      if (!value.isString() || !isText(value.stringValue())) {
        throw new BadMessageException(field + " is missing or no text");
      }
      return value.stringValue();
    }

    /** JSON can write half of a surrogate pair, which no text frame can carry. */
    private static boolean isText(String value) {
      return value.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
  }
}
