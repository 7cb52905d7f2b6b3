package org.boardbench.micro.fanout.encoding;

import java.util.List;
import java.util.function.Consumer;
import org.boardbench.micro.payload.Stroke;

/** When a stroke that goes to all members is written as JSON. */
interface Encoding {
  /** Each member has been given the stroke's JSON in UTF-8 on return. */
  void publish(Stroke stroke, List<? extends Consumer<byte[]>> members);
}
