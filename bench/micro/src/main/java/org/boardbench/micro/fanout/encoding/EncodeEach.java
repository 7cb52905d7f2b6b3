package org.boardbench.micro.fanout.encoding;

import java.util.List;
import java.util.function.Consumer;
import org.boardbench.micro.payload.Stroke;
import tools.jackson.databind.json.JsonMapper;

/** Every session is sent the object and writes it for itself. */
final class EncodeEach implements Encoding {
  private final JsonMapper mapper;

  EncodeEach(JsonMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public void publish(Stroke stroke, List<? extends Consumer<byte[]>> members) {
    for (Consumer<byte[]> member : members) {
      member.accept(mapper.writeValueAsBytes(stroke));
    }
  }
}
