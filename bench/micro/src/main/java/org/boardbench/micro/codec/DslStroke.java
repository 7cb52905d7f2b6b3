package org.boardbench.micro.codec;

import com.dslplatform.json.CompiledJson;
import com.dslplatform.json.JsonAttribute;
import java.util.List;

/** A stroke as DSL-JSON's annotation processor wants it; it writes the converters. */
@CompiledJson
record DslStroke(
    String type,
    String boardId,
    String userId,
    String stamp,
    List<Point> points,
    String color,
    int width,
    String pad) {

  /** In JSON an array of two numbers. */
  @CompiledJson(formats = CompiledJson.Format.ARRAY)
  record Point(@JsonAttribute(index = 1) int x, @JsonAttribute(index = 2) int y) {}
}
