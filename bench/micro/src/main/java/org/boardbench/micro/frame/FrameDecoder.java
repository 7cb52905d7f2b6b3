package org.boardbench.micro.frame;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Function;
import org.java_websocket.enums.Role;

/** Reads text frames. Used by one thread. */
interface FrameDecoder {
  /** Every decoder by the name that stands in results, with what gets the texts. */
  Map<String, Function<DriverFrames.Sink, FrameDecoder>> ALL =
      Map.of(
          "draft-6455-server", sink -> new DraftDecoder(Role.SERVER, sink),
          "draft-6455-client", sink -> new DraftDecoder(Role.CLIENT, sink),
          "driver", sink -> DriverFrames.open(sink)::decode);

  static FrameDecoder named(String name, DriverFrames.Sink sink) {
    return ALL.get(name).apply(sink);
  }

  /** Whether its frames are masked, as those are that a server reads. */
  static boolean isMasked(String name) {
    return name.endsWith("-server");
  }

  /**
   * Hands the text of each frame to the sink, known to be valid UTF-8.
   *
   * @param frames whole ones, from the position to the limit; on the heap
   */
  void decode(ByteBuffer frames);
}
