package org.boardbench.micro.codec;

import java.io.IOException;
import org.boardbench.micro.payload.Stroke;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.MapperBuilder;

/**
 * Strokes as records through Jackson's databind, in whichever format the mapper has. Jackson
 * forbids what follows the message, and ignores unknown properties, by default.
 */
final class JacksonRecords {
  private final ObjectReader strokes;
  private final ObjectReader addresses;
  private final ObjectWriter writer;

  JacksonRecords(MapperBuilder<?, ?> builder) {
    ObjectMapper mapper = builder.build();
    this.strokes = mapper.readerFor(Stroke.class);
    this.addresses = mapper.readerFor(Address.class);
    this.writer = mapper.writerFor(Stroke.class);
  }

  Stroke read(String text) throws IOException {
    return WireContract.requireObject(strokes.readValue(text));
  }

  Stroke read(byte[] bytes) throws IOException {
    return WireContract.requireObject(strokes.readValue(bytes));
  }

  String readBoardId(String text) throws IOException {
    return Address.boardIdOf(addresses.readValue(text));
  }

  String readBoardId(byte[] bytes) throws IOException {
    return Address.boardIdOf(addresses.readValue(bytes));
  }

  String write(Stroke stroke) {
    return writer.writeValueAsString(stroke);
  }

  byte[] writeBytes(Stroke stroke) {
    return writer.writeValueAsBytes(stroke);
  }
}
