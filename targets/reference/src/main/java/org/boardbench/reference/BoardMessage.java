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
 * @param wantsHistory whether who joins asks for what was published before
 * @param messageClass the letter in its stamp, see {@link MessageClass}
 */
record BoardMessage(
    boolean join, String boardId, String userId, boolean wantsHistory, char messageClass) {
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Reads all of the JSON, though only four fields of it matter. Of a field that comes more than
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
    boolean wantsHistory = false;
    char messageClass = MessageClass.USUAL;
    for (String name = isObject ? parser.nextName() : null;
        name != null;
        name = parser.nextName()) {
      JsonToken value = parser.nextToken();
      switch (name) {
        case "type" -> join = value == JsonToken.VALUE_STRING && parser.getString().equals("join");
        case "boardId" -> boardId = value == JsonToken.VALUE_STRING ? parser.getString() : null;
        case "userId" -> userId = value == JsonToken.VALUE_STRING ? parser.getString() : null;
        case "history" -> wantsHistory = value == JsonToken.VALUE_TRUE;
        case "stamp" -> messageClass = messageClass(parser, value);
        default -> {}
      }
      parser.skipChildren();
    }
    readToTheEnd(parser);
    if (!isObject) {
      throw new BadMessage("not a JSON object");
    }
    return new BoardMessage(
        join,
        required("boardId", boardId),
        join ? required("userId", userId) : "",
        join && wantsHistory,
        messageClass);
  }

  /** Of the characters where the parser has them. */
  private static char messageClass(JsonParser parser, JsonToken value) {
    return value == JsonToken.VALUE_STRING
        ? MessageClass.of(
            parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength())
        : MessageClass.USUAL;
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
