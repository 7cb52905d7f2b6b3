package org.boardbench.micro.codec;

import java.io.IOException;
import org.boardbench.micro.payload.Stroke;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.dataformat.cbor.CBORMapper;
import tools.jackson.dataformat.smile.SmileMapper;

/** Jackson's binary formats through its databind into records: what JSON says, in fewer bytes. */
final class JacksonBinary implements BinaryCodec<Stroke>, RecordCodec<byte[]> {
  private final JacksonRecords records;

  private final String leniency;

  private JacksonBinary(MapperBuilder<?, ?> builder, String leniency) {
    this.records = new JacksonRecords(builder);
    this.leniency = leniency;
  }

  static JacksonBinary smile() {
    return new JacksonBinary(SmileMapper.builder(), "reads U+FFFD for malformed UTF-8");
  }

  static JacksonBinary cbor() {
    return new JacksonBinary(
        CBORMapper.builder(),
        "takes overlong forms and surrogates in UTF-8; does not look at the UTF-8"
            + " that readBoardId skips");
  }

  @Override
  public Stroke read(byte[] encoded) throws IOException {
    return records.read(encoded);
  }

  @Override
  public String readBoardId(byte[] encoded) throws IOException {
    return records.readBoardId(encoded);
  }

  @Override
  public byte[] write(Stroke stroke) {
    return records.writeBytes(stroke);
  }

  @Override
  public String limits() {
    return "refuses to write a lone surrogate";
  }

  @Override
  public String leniency() {
    return leniency;
  }
}
