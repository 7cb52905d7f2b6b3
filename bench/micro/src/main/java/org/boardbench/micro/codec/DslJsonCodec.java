package org.boardbench.micro.codec;

import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonReader;
import com.dslplatform.json.JsonWriter;
import com.dslplatform.json.runtime.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.micro.payload.Stroke;

/**
 * JSON through DSL-JSON into records, by converters that are generated when this is compiled. The
 * library knows bytes alone, so text costs a conversion on top.
 */
final class DslJsonCodec implements JsonCodec<DslStroke> {
  private final DslJson<Object> json = new DslJson<>(Settings.basicSetup());
  private final JsonReader<Object> reader = json.newReader();
  private final JsonWriter writer = json.newWriter();
  private final JsonReader.ReadObject<DslStroke> decoder = json.tryFindReader(DslStroke.class);
  private final JsonWriter.WriteObject<DslStroke> encoder = json.tryFindWriter(DslStroke.class);

  @Override
  public DslStroke read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public DslStroke read(byte[] bytes) throws IOException {
    reader.process(bytes, bytes.length);
    reader.getNextToken();
    DslStroke stroke = WireContract.requireObject(decoder.read(reader));
    requireEnd(bytes, reader.getCurrentIndex());
    return stroke;
  }

  /**
   * Reads all of the stroke, because what DSL-JSON skips it hardly looks at: a relay would pass on
   * {@code [1 2]}.
   */
  @Override
  public String readBoardId(String text) throws IOException {
    return WireContract.requireBoardId(read(text).boardId());
  }

  @Override
  public String write(DslStroke stroke) {
    return new String(writeBytes(stroke), StandardCharsets.UTF_8);
  }

  @Override
  public byte[] writeBytes(DslStroke stroke) {
    writer.reset();
    encoder.write(writer, stroke);
    return writer.toByteArray();
  }

  @Override
  public DslStroke model(Stroke stroke) {
    List<DslStroke.Point> points = new ArrayList<>();
    for (Stroke.Point point : stroke.points()) {
      points.add(new DslStroke.Point(point.x(), point.y()));
    }
    return new DslStroke(
        stroke.type(),
        stroke.boardId(),
        stroke.userId(),
        stroke.stamp(),
        points,
        stroke.color(),
        stroke.width(),
        stroke.pad());
  }

  @Override
  public Stroke stroke(DslStroke model) {
    List<Stroke.Point> points = new ArrayList<>();
    for (DslStroke.Point point : model.points()) {
      points.add(new Stroke.Point(point.x(), point.y()));
    }
    return new Stroke(
        model.type(),
        model.boardId(),
        model.userId(),
        model.stamp(),
        points,
        model.color(),
        model.width(),
        model.pad());
  }

  @Override
  public String limits() {
    return "refuses to write a lone surrogate; reads '?' for one that stands raw in text;"
        + " does not know a key that is written with escapes";
  }

  @Override
  public String leniency() {
    return "takes raw control characters, and numbers like +3; of unknown fields it"
        + " checks brackets and quotes alone";
  }

  /** DSL-JSON stops at the end of the value, whatever follows. */
  private static void requireEnd(byte[] bytes, int offset) throws MalformedStrokeException {
    for (int at = offset; at < bytes.length; at++) {
      if (bytes[at] != ' ' && bytes[at] != '\n' && bytes[at] != '\r' && bytes[at] != '\t') {
        throw new MalformedStrokeException("text after the message");
      }
    }
  }
}
