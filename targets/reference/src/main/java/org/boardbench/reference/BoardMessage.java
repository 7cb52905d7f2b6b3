package org.boardbench.reference;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a text frame asks for.
 *
 * @param userId empty unless {@code join}
 */
record BoardMessage(boolean join, String boardId, String userId) {
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Reads all of the JSON, though only three fields of it matter. Of a field that comes more than
   * once the last counts, as in a tree.
   */
  static BoardMessage read(byte[] bytes, int from, int length) throws BadMessage {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes, from, length)) {
      return read(parser);
    } catch (JacksonException e) {
      throw new BadMessage("malformed JSON");
    }
  }

  private static BoardMessage read(JsonParser parser) throws BadMessage {
    boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
    boolean join = false;
    String boardId = null;
    String userId = null;
    for (String name = isObject ? parser.nextName() : null;
        name != null;
        name = parser.nextName()) {
      JsonToken value = parser.nextToken();
      switch (name) {
        case "type" -> join = value == JsonToken.VALUE_STRING && parser.getString().equals("join");
        case "boardId" -> boardId = value == JsonToken.VALUE_STRING ? parser.getString() : null;
        case "userId" -> userId = value == JsonToken.VALUE_STRING ? parser.getString() : null;
        default -> {}
      }
      parser.skipChildren();
    }
    readToTheEnd(parser);
    if (!isObject) {
      throw new BadMessage("not a JSON object");
    }
    return new BoardMessage(
        join, required("boardId", boardId), join ? required("userId", userId) : "");
  }

  /** Of something else than an object too, so that what is no JSON is called that. */
  private static void readToTheEnd(JsonParser parser) throws BadMessage {
    if (parser.currentToken() == null) {
      throw new BadMessage("malformed JSON");
    }
    parser.skipChildren();
    if (parser.nextToken() != null) {
      throw new BadMessage("malformed JSON");
    }
  }

  private static String required(String field, String value) throws BadMessage {
    if (value == null) {
      throw new BadMessage(field + " is missing");
    }
    return value;
  }
}
