package org.boardbench.reference;

import static org.boardbench.reference.ServerFrames.FINAL;
import static org.boardbench.reference.ServerFrames.RSV1;
import static org.boardbench.reference.ServerFrames.TEXT;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What faults send in the place of a message's frame. */
final class WrongFrames {
  private static final JsonFactory JSON = new JsonFactory();
  private static final long HUGE_BYTES = 20L << 20;

  private WrongFrames() {}

  /** What comes instead of a delivery and ends the connection at any client that is careful. */
  static byte[] broken(Fault fault) {
    return switch (fault) {
      case COMPRESS -> ServerFrames.frame(FINAL | RSV1 | TEXT, new byte[] {1, 2, 3});
      case HUGE -> ServerFrames.header(FINAL | TEXT, HUGE_BYTES);
      case GARBAGE -> new byte[] {(byte) 0x83, 'n', 'o', ' ', 'f', 'r', 'a', 'm', 'e'};
      case NO_UTF8 -> ServerFrames.frame(FINAL | TEXT, new byte[] {'{', (byte) 0xc0, '}'});
      case GO_AWAY -> ServerFrames.close(1001);
      case BAD_CLOSE -> ServerFrames.close(999);
      case MASK -> new byte[] {(byte) 0x81, (byte) 0x82, 0, 0, 0, 0, '{', '}'};
      default -> throw new IllegalArgumentException(fault.name());
    };
  }

  /** The text with a stamp that does not begin with a digit; itself when it carries no stamp. */
  static String corrupted(String text) {
    return text.replaceFirst("(\"stamp\"\\s*:\\s*\")\\d", "$1?");
  }

  /** The same object with its keys in reverse order and spaces wherever JSON allows them. */
  static String reserialized(String text) {
    List<String> fields = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        fields.addFirst(field(name, parser));
      }
    }
    return "{ " + String.join(" ,\t", fields) + "\n}";
  }

  private static String field(String name, JsonParser parser) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeString(name);
      json.writeRaw(" : ");
    }
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.copyCurrentStructure(parser);
    }
    return text.toString();
  }
}
