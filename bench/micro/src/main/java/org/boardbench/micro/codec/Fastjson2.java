package org.boardbench.micro.codec;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONReader;
import com.alibaba.fastjson2.JSONWriter;
import com.alibaba.fastjson2.annotation.JSONType;
import java.io.IOException;
import org.boardbench.micro.payload.Stroke;

/** JSON through fastjson2 into records, as strictly as its settings allow. */
final class Fastjson2 implements JsonCodec<Stroke>, RecordCodec<String> {
  static {
    JSON.mixIn(Stroke.class, InOrder.class);
    JSON.mixIn(Stroke.Point.class, PointAsArray.class);
  }

  @JSONType(alphabetic = false)
  interface InOrder {}

  @JSONType(
      alphabetic = false,
      deserializeFeatures = JSONReader.Feature.SupportArrayToBean,
      serializeFeatures = JSONWriter.Feature.BeanToArray)
  interface PointAsArray {}

  @Override
  public Stroke read(String json) throws IOException {
    return WireContract.requireObject(
        JSON.parseObject(json, Stroke.class, JSONReader.Feature.DisableSingleQuote));
  }

  @Override
  public Stroke read(byte[] json) throws IOException {
    return WireContract.requireObject(
        JSON.parseObject(json, Stroke.class, JSONReader.Feature.DisableSingleQuote));
  }

  @Override
  public String readBoardId(String json) throws IOException {
    Address address = JSON.parseObject(json, Address.class, JSONReader.Feature.DisableSingleQuote);
    return Address.boardIdOf(address);
  }

  @Override
  public String write(Stroke stroke) {
    return JSON.toJSONString(stroke);
  }

  @Override
  public byte[] writeBytes(Stroke stroke) {
    return JSON.toJSONBytes(stroke);
  }

  @Override
  public String limits() {
    return "writes '?' for a lone surrogate in bytes; keeps it in text";
  }

  @Override
  public String leniency() {
    return "takes comments, strings in single quotes, a comma too many or too few,"
        + " raw control characters, escapes like \\u00g0, numbers like 03 and +3";
  }
}
