package org.boardbench.micro.fanout.encoding;

import java.util.List;
import java.util.function.Consumer;
import org.boardbench.micro.payload.Stroke;
import tools.jackson.databind.json.JsonMapper;

/** The board writes the object, and every session is sent the same bytes. */
final class EncodeOnce implements Encoding {
  private final JsonMapper mapper;

  EncodeOnce(JsonMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public void publish(Stroke stroke, List<? extends Consumer<byte[]>> members) {
    byte[] json = mapper.writeValueAsBytes(stroke);
    for (Consumer<byte[]> member : members) {
      member.accept(json);
    }
  }
}
