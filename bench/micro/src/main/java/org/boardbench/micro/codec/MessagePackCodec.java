package org.boardbench.micro.codec;

import java.io.IOException;
import org.boardbench.micro.payload.Stroke;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.core.buffer.ArrayBufferInput;

/** MessagePack by hand: a map with the keys of the JSON, points as arrays of two numbers. */
final class MessagePackCodec implements BinaryCodec<Stroke>, RecordCodec<byte[]> {
  private static final int FIELDS = 8;

  private final MessageBufferPacker packer = MessagePack.newDefaultBufferPacker();
  private final ArrayBufferInput input = new ArrayBufferInput(new byte[0]);

  /** Kept, because each has a buffer of 16 KiB for strings. */
  private final MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(input);

  @Override
  public Stroke read(byte[] encoded) throws IOException {
    begin(encoded);
    StrokeDraft draft = new StrokeDraft();
    int fields = unpacker.unpackMapHeader();
    for (int i = 0; i < fields; i++) {
      readField(draft);
    }
    requireEnd();
    return draft.stroke();
  }

  @Override
  public String readBoardId(byte[] encoded) throws IOException {
    begin(encoded);
    String boardId = null;
    int fields = unpacker.unpackMapHeader();
    for (int i = 0; i < fields; i++) {
      if (unpacker.unpackString().equals("boardId")) {
        boardId = unpacker.unpackString();
      } else {
        unpacker.skipValue();
      }
    }
    requireEnd();
    return WireContract.requireBoardId(boardId);
  }

  @Override
  public byte[] write(Stroke stroke) throws IOException {
    packer.clear();
    packer.packMapHeader(FIELDS);
    packer.packString("type").packString(stroke.type());
    packer.packString("boardId").packString(stroke.boardId());
    packer.packString("userId").packString(stroke.userId());
    packer.packString("stamp").packString(stroke.stamp());
    packer.packString("points").packArrayHeader(stroke.points().size());
    for (Stroke.Point point : stroke.points()) {
      packer.packArrayHeader(2).packInt(point.x()).packInt(point.y());
    }
    packer.packString("color").packString(stroke.color());
    packer.packString("width").packInt(stroke.width());
    packer.packString("pad").packString(stroke.pad());
    return packer.toByteArray();
  }

  @Override
  public String limits() {
    return "writes '?' for a lone surrogate";
  }

  @Override
  public String leniency() {
    return "reads U+FFFD for malformed UTF-8";
  }

  private void begin(byte[] encoded) throws IOException {
    input.reset(encoded);
    unpacker.reset(input);
  }

  private void readField(StrokeDraft draft) throws IOException {
    switch (unpacker.unpackString()) {
      case "type" -> draft.type = unpacker.unpackString();
      case "boardId" -> draft.boardId = unpacker.unpackString();
      case "userId" -> draft.userId = unpacker.unpackString();
      case "stamp" -> draft.stamp = unpacker.unpackString();
      case "points" -> readPoints(draft);
      case "color" -> draft.color = unpacker.unpackString();
      case "width" -> draft.width = unpacker.unpackInt();
      case "pad" -> draft.pad = unpacker.unpackString();
      default -> unpacker.skipValue();
    }
  }

  private void readPoints(StrokeDraft draft) throws IOException {
    int points = unpacker.unpackArrayHeader();
    for (int i = 0; i < points; i++) {
      if (unpacker.unpackArrayHeader() != 2) {
        throw new MalformedStrokeException("a point has two numbers");
      }
      draft.points.add(new Stroke.Point(unpacker.unpackInt(), unpacker.unpackInt()));
    }
  }

  private void requireEnd() throws IOException {
    if (unpacker.hasNext()) {
      throw new MalformedStrokeException("bytes after the message");
    }
  }
}
