package org.boardbench.micro.payload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.protocol.UserIdentity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stroke message of the sweep, in the forms from which benchmarks start. */
public final class StrokeMessage {
  private static final UserIdentity USER = new UserIdentity(17, 3);

  /** Of the second stage's hold, half a minute after the start of the run. */
  private static final String STAMP = "17.29.h2.30017000000.30017041583";

  private final String text;

  private StrokeMessage(String text) {
    this.text = text;
  }

  /**
   * The message of that size.
   *
   * @param payloadBytes size of the JSON
   */
  public static StrokeMessage ofSize(int payloadBytes) {
    return new StrokeMessage(new StrokePayload(payloadBytes).json(USER, STAMP));
  }

  /** The JSON, as the driver sends it. */
  public String text() {
    return text;
  }

  /** The JSON in UTF-8; a new array each time. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What the JSON says. */
  public Stroke stroke() {
    JsonNode object = JsonMapper.shared().readTree(text);
    List<Stroke.Point> points = new ArrayList<>();
    for (JsonNode point : object.required("points")) {
      points.add(new Stroke.Point(point.get(0).intValue(), point.get(1).intValue()));
    }
    return new Stroke(
        object.required("type").stringValue(),
        object.required("boardId").stringValue(),
        object.required("userId").stringValue(),
        object.required("stamp").stringValue(),
        points,
        object.required("color").stringValue(),
        object.required("width").intValue(),
        object.required("pad").stringValue());
  }
}
