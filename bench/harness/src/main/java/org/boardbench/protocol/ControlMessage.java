package org.boardbench.protocol;

import org.boardbench.protocol.UserSession.Meaning;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the JSON objects beside the messages have in common. A field that is missing or no string is
 * empty, and so is every field of a text that is no JSON object.
 *
 * @param meaning of an object without a readable stamp that is no answer to anything: one of ours
 *     is damaged, any other is a notice or a message of somebody else's
 */
public record ControlMessage(
    Meaning meaning, String type, String boardId, String userId, String reason) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ControlMessage UNREADABLE =
      new ControlMessage(Meaning.UNKNOWN, "", "", "", "");

  public static ControlMessage parse(String text) {
    try {
      return of(JSON.readTree(text));
    } catch (JacksonException e) {
      return UNREADABLE;
    }
  }

  /** That of a value which came in an envelope of JSON. */
  public static ControlMessage of(JsonNode object) {
    if (!object.isObject()) {
      return UNREADABLE;
    }
    String type = field(object, "type");
    boolean isOurs = object.has("stamp") || type.equals("stroke");
    return new ControlMessage(
        isOurs ? Meaning.UNKNOWN : Meaning.HOUSEKEEPING,
        type,
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
