package org.boardbench.micro.codec;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.micro.codec.proto.ProtoStroke;
import org.boardbench.micro.payload.Stroke;

/** Protocol Buffers, by the class that protoc generates. */
final class Protobuf implements BinaryCodec<ProtoStroke> {
  private static final int BOARD_ID_TAG =
      ProtoStroke.BOARD_ID_FIELD_NUMBER << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;

  @Override
  public ProtoStroke read(byte[] encoded) throws IOException {
    return ProtoStroke.parseFrom(encoded);
  }

  /**
   * By hand, because a generated class would keep a copy of the fields that it does not know. A
   * missing board is the empty one: Protocol Buffers write no empty strings.
   */
  @Override
  public String readBoardId(byte[] encoded) throws IOException {
    CodedInputStream input = CodedInputStream.newInstance(encoded);
    String boardId = "";
    for (int tag = input.readTag(); tag != 0; tag = input.readTag()) {
      if (tag == BOARD_ID_TAG) {
        boardId = input.readStringRequireUtf8();
      } else {
        input.skipField(tag);
      }
    }
    return boardId;
  }

  @Override
  public byte[] write(ProtoStroke stroke) {
    return stroke.toByteArray();
  }

  @Override
  public ProtoStroke model(Stroke stroke) {
    ProtoStroke.Builder model =
        ProtoStroke.newBuilder()
            .setType(stroke.type())
            .setBoardId(stroke.boardId())
            .setUserId(stroke.userId())
            .setStamp(stroke.stamp())
            .setColor(stroke.color())
            .setWidth(stroke.width())
            .setPad(stroke.pad());
    for (Stroke.Point point : stroke.points()) {
      model.addCoordinates(point.x()).addCoordinates(point.y());
    }
    return model.build();
  }

  @Override
  public Stroke stroke(ProtoStroke model) {
    List<Stroke.Point> points = new ArrayList<>();
    for (int i = 0; i < model.getCoordinatesCount(); i += 2) {
      points.add(new Stroke.Point(model.getCoordinates(i), model.getCoordinates(i + 1)));
    }
    return new Stroke(
        model.getType(),
        model.getBoardId(),
        model.getUserId(),
        model.getStamp(),
        points,
        model.getColor(),
        model.getWidth(),
        model.getPad());
  }

  @Override
  public String limits() {
    return "writes '?' for a lone surrogate";
  }

  @Override
  public String leniency() {
    return "takes a message that is cut between two fields for one with fewer fields;"
        + " does not look at the UTF-8 that readBoardId skips";
  }
}
