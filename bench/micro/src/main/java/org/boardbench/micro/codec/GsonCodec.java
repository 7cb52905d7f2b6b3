package org.boardbench.micro.codec;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.boardbench.micro.payload.Stroke;

/**
 * JSON through Gson into records. The library knows text alone, so bytes cost a conversion on top.
 */
final class GsonCodec implements JsonCodec<Stroke>, RecordCodec<String> {
  private final Gson gson =
      new GsonBuilder()
          .setStrictness(Strictness.STRICT)
          .disableHtmlEscaping()
          .registerTypeAdapter(Stroke.Point.class, new PointAsArray())
          .create();

  private static final class PointAsArray extends TypeAdapter<Stroke.Point> {
    @Override
    public Stroke.Point read(JsonReader reader) throws IOException {
      reader.beginArray();
      Stroke.Point point = new Stroke.Point(reader.nextInt(), reader.nextInt());
      reader.endArray();
      return point;
    }

    @Override
    public void write(JsonWriter writer, Stroke.Point point) throws IOException {
      writer.beginArray().value(point.x()).value(point.y()).endArray();
    }
  }

  @Override
  public Stroke read(String json) throws IOException {
    return WireContract.requireObject(gson.fromJson(json, Stroke.class));
  }

  @Override
  public Stroke read(byte[] json) throws IOException {
    return read(new String(json, StandardCharsets.UTF_8));
  }

  @Override
  public String readBoardId(String json) throws IOException {
    return Address.boardIdOf(gson.fromJson(json, Address.class));
  }

  @Override
  public String write(Stroke stroke) {
    return gson.toJson(stroke);
  }

  @Override
  public byte[] writeBytes(Stroke stroke) {
    return write(stroke).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String limits() {
    return "writes a lone surrogate, which it refuses to read, into text,"
        + " and '?' for it into bytes";
  }

  @Override
  public String leniency() {
    return "takes raw control characters in strings that it skips";
  }
}
