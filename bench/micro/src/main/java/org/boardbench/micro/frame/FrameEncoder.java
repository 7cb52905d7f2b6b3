package org.boardbench.micro.frame;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Supplier;
import org.java_websocket.enums.Role;

/** Makes a text frame. Used by one thread. */
interface FrameEncoder {
  /** Every encoder by the name that stands in results. */
  Map<String, Supplier<FrameEncoder>> ALL =
      Map.of(
          "draft-6455-server", () -> new DraftEncoder(Role.SERVER),
          "draft-6455-client", () -> new DraftEncoder(Role.CLIENT),
          "driver", () -> DriverFrames.open((bytes, offset, length) -> {})::encode);

  static FrameEncoder named(String name) {
    return ALL.get(name).get();
  }

  /**
   * The final frame of a text.
   *
   * @param text in UTF-8; not changed
   * @return good until the next call
   */
  ByteBuffer encode(byte[] text);
}
