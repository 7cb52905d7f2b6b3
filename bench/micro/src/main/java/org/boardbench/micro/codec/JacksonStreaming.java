package org.boardbench.micro.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import org.boardbench.micro.payload.Stroke;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON through Jackson's parser and generator by hand. */
final class JacksonStreaming implements JsonCodec<Stroke>, RecordCodec<String> {
  private final JsonFactory factory = JsonFactory.builder().build();

  @Override
  public Stroke read(String json) throws IOException {
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
      return stroke(parser);
    }
  }

  @Override
  public Stroke read(byte[] json) throws IOException {
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
      return stroke(parser);
    }
  }

  @Override
  public String readBoardId(String json) throws IOException {
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
      String boardId = null;
      require(parser.nextToken(), JsonToken.START_OBJECT);
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        if (name.equals("boardId")) {
          boardId = string(parser);
        } else {
          parser.nextToken();
          parser.skipChildren();
        }
      }
      requireEnd(parser);
      return WireContract.requireBoardId(boardId);
    }
  }

  @Override
  public String write(Stroke stroke) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), text)) {
      write(stroke, generator);
    }
    return text.toString();
  }

  @Override
  public byte[] writeBytes(Stroke stroke) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), bytes)) {
      write(stroke, generator);
    }
    return bytes.toByteArray();
  }

  private static Stroke stroke(JsonParser parser) throws MalformedStrokeException {
    StrokeDraft draft = new StrokeDraft();
    require(parser.nextToken(), JsonToken.START_OBJECT);
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      switch (name) {
        case "type" -> draft.type = string(parser);
        case "boardId" -> draft.boardId = string(parser);
        case "userId" -> draft.userId = string(parser);
        case "stamp" -> draft.stamp = string(parser);
        case "points" -> readPoints(parser, draft);
        case "color" -> draft.color = string(parser);
        case "width" -> draft.width = number(parser);
        case "pad" -> draft.pad = string(parser);
        default -> {
          parser.nextToken();
          parser.skipChildren();
        }
      }
    }
    requireEnd(parser);
    return draft.stroke();
  }

  private static void readPoints(JsonParser parser, StrokeDraft draft)
      throws MalformedStrokeException {
    require(parser.nextToken(), JsonToken.START_ARRAY);
    while (parser.nextToken() == JsonToken.START_ARRAY) {
      draft.points.add(new Stroke.Point(number(parser), number(parser)));
      require(parser.nextToken(), JsonToken.END_ARRAY);
    }
    require(parser.currentToken(), JsonToken.END_ARRAY);
  }

  private static String string(JsonParser parser) throws MalformedStrokeException {
    require(parser.nextToken(), JsonToken.VALUE_STRING);
    return parser.getString();
  }

  private static int number(JsonParser parser) throws MalformedStrokeException {
    require(parser.nextToken(), JsonToken.VALUE_NUMBER_INT);
    return parser.getIntValue();
  }

  private static void requireEnd(JsonParser parser) throws MalformedStrokeException {
    require(parser.currentToken(), JsonToken.END_OBJECT);
    require(parser.nextToken(), null);
  }

  /** Compares tokens, of which null is the end of the text. */
  private static void require(JsonToken token, JsonToken expected) throws MalformedStrokeException {
    if (token != expected) {
      throw new MalformedStrokeException("expected " + expected + ", was " + token);
    }
  }

  private static void write(Stroke stroke, JsonGenerator generator) {
    generator.writeStartObject();
    generator.writeStringProperty("type", stroke.type());
    generator.writeStringProperty("boardId", stroke.boardId());
    generator.writeStringProperty("userId", stroke.userId());
    generator.writeStringProperty("stamp", stroke.stamp());
    generator.writeArrayPropertyStart("points");
    for (Stroke.Point point : stroke.points()) {
      generator.writeStartArray();
      generator.writeNumber(point.x());
      generator.writeNumber(point.y());
      generator.writeEndArray();
    }
    generator.writeEndArray();
    generator.writeStringProperty("color", stroke.color());
    generator.writeNumberProperty("width", stroke.width());
    generator.writeStringProperty("pad", stroke.pad());
    generator.writeEndObject();
  }
}
