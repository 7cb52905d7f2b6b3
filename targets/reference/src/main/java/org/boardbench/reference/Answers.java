package org.boardbench.reference;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Frames for one connection alone. */
final class Answers {
  private static final JsonFactory JSON = new JsonFactory();

  private Answers() {}

  static byte[] joined(String boardId, String userId) {
    return object("joined", "boardId", boardId, "userId", userId);
  }

  static byte[] error(String reason) {
    return object("error", "reason", reason);
  }

  /** The text of an error answer, before it is a frame. */
  static String errorText(String reason) {
    return text("error", "reason", reason);
  }

  /** An error answer like no other one: as long as a message, with colours and a line end. */
  static byte[] newError(long number) {
    return error("\u001b[31mno ink for " + number + "\n\u202e" + "!".repeat(2_000));
  }

  private static byte[] object(String type, String... namesAndValues) {
    return ServerFrames.text(text(type, namesAndValues));
  }

  private static String text(String type, String... namesAndValues) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("type", type);
      for (int i = 0; i < namesAndValues.length; i += 2) {
        json.writeStringProperty(namesAndValues[i], namesAndValues[i + 1]);
      }
      json.writeEndObject();
    }
    return text.toString();
  }
}
