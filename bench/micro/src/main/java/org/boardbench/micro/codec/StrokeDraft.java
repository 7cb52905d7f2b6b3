package org.boardbench.micro.codec;

import java.util.ArrayList;
import java.util.List;
import org.boardbench.micro.payload.Stroke;

/** A stroke whose fields come one by one, in any order; for hand-written readers. */
final class StrokeDraft {
  String type;
  String boardId;
  String userId;
  String stamp;
  final List<Stroke.Point> points = new ArrayList<>();
  String color;
  int width;
  String pad;

  Stroke stroke() {
    return new Stroke(type, boardId, userId, stamp, points, color, width, pad);
  }
}
