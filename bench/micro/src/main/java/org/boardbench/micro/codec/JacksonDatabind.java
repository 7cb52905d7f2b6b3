package org.boardbench.micro.codec;

import java.io.IOException;
import org.boardbench.micro.payload.Stroke;
import tools.jackson.databind.json.JsonMapper;

/** JSON through Jackson's databind into records. */
final class JacksonDatabind implements JsonCodec<Stroke>, RecordCodec<String> {
  private final JacksonRecords records = new JacksonRecords(JsonMapper.builder());

  @Override
  public Stroke read(String json) throws IOException {
    return records.read(json);
  }

  @Override
  public Stroke read(byte[] json) throws IOException {
    return records.read(json);
  }

  @Override
  public String readBoardId(String json) throws IOException {
    return records.readBoardId(json);
  }

  @Override
  public String write(Stroke stroke) {
    return records.write(stroke);
  }

  @Override
  public byte[] writeBytes(Stroke stroke) {
    return records.writeBytes(stroke);
  }
}
