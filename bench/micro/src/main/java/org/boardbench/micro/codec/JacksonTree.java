package org.boardbench.micro.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.micro.payload.Stroke;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON through Jackson into a tree of nodes, which is always built in full. */
final class JacksonTree implements JsonCodec<JsonNode> {
  private final JsonMapper mapper = JsonMapper.builder().build();

  @Override
  public JsonNode read(String json) throws IOException {
    return requireObject(mapper.readTree(json));
  }

  @Override
  public JsonNode read(byte[] json) throws IOException {
    return requireObject(mapper.readTree(json));
  }

  @Override
  public String readBoardId(String json) throws IOException {
    JsonNode boardId = mapper.readTree(json).path("boardId");
    return WireContract.requireBoardId(boardId.stringValue(null));
  }

  @Override
  public String write(JsonNode tree) {
    return mapper.writeValueAsString(tree);
  }

  @Override
  public byte[] writeBytes(JsonNode tree) {
    return mapper.writeValueAsBytes(tree);
  }

  @Override
  public JsonNode model(Stroke stroke) {
    ObjectNode tree = mapper.createObjectNode();
    tree.put("type", stroke.type());
    tree.put("boardId", stroke.boardId());
    tree.put("userId", stroke.userId());
    tree.put("stamp", stroke.stamp());
    ArrayNode points = tree.putArray("points");
    for (Stroke.Point point : stroke.points()) {
      points.addArray().add(point.x()).add(point.y());
    }
    tree.put("color", stroke.color());
    tree.put("width", stroke.width());
    tree.put("pad", stroke.pad());
    return tree;
  }

  @Override
  public Stroke stroke(JsonNode tree) {
    List<Stroke.Point> points = new ArrayList<>();
    for (JsonNode point : tree.required("points")) {
      points.add(new Stroke.Point(point.required(0).intValue(), point.required(1).intValue()));
    }
    return new Stroke(
        tree.required("type").stringValue(),
        tree.required("boardId").stringValue(),
        tree.required("userId").stringValue(),
        tree.required("stamp").stringValue(),
        points,
        tree.required("color").stringValue(),
        tree.required("width").intValue(),
        tree.required("pad").stringValue());
  }

  private static JsonNode requireObject(JsonNode tree) throws MalformedStrokeException {
    return WireContract.requireObject(tree.isObject() ? tree : null);
  }
}
