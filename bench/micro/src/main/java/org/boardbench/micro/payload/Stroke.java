package org.boardbench.micro.payload;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;

/**
 * The stroke message as an object. Its JSON has exactly these keys, in this order.
 *
 * @param points places on the board, in JSON an array of two numbers each
 */
public record Stroke(
    String type,
    String boardId,
    String userId,
    String stamp,
    List<Point> points,
    String color,
    int width,
    String pad) {
  public Stroke {
    points = List.copyOf(points);
  }

  /** A place on the board. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  public record Point(int x, int y) {}
}
