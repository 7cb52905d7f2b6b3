package org.boardbench.vertx;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;

/**
 * What a text frame asks for.
 *
 * @param userId empty unless {@code join}
 */
record BoardMessage(boolean join, String boardId, String userId) {

  static BoardMessage read(String text) throws BadMessageException {
    if (!(parse(text) instanceof JsonObject message)) {
      throw new BadMessageException("not a JSON object");
    }
    String boardId = required(message, "boardId");
    boolean join = "join".equals(message.getValue("type"));
    return new BoardMessage(join, boardId, join ? required(message, "userId") : "");
  }

  private static Object parse(String text) throws BadMessageException {
    try {
      return Json.decodeValue(text);
    } catch (DecodeException e) {
      throw new BadMessageException("malformed JSON");
    }
  }

  private static String required(JsonObject message, String field) throws BadMessageException {
    if (message.getValue(field) instanceof String value) {
      return value;
    }
    throw new BadMessageException(field + " is missing");
  }
}
