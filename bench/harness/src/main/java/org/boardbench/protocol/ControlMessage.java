package org.boardbench.protocol;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the JSON objects beside the messages have in common. A field that is missing or no string is
 * empty, and so is every field of a text that is no JSON.
 */
public record ControlMessage(String type, String boardId, String userId, String reason) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ControlMessage UNREADABLE = new ControlMessage("", "", "", "");

  public static ControlMessage parse(String text) {
    JsonNode object;
    try {
      object = JSON.readTree(text);
    } catch (JacksonException e) {
      return UNREADABLE;
    }
    return new ControlMessage(
        field(object, "type"),
        field(object, "boardId"),
        field(object, "userId"),
        field(object, "reason"));
  }

  public boolean isFrom(UserIdentity user) {
    return boardId.equals(user.boardId()) && userId.equals(user.userId());
  }

  private static String field(JsonNode object, String name) {
    return object.path(name).stringValue("");
  }
}
