package org.boardbench.micro.frame;

import java.nio.ByteBuffer;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.Framedata;

/** As Java-WebSocket reads frames: each payload is copied, unmasked, and checked. */
final class DraftDecoder implements FrameDecoder {
  private final Draft_6455 draft = new Draft_6455();
  private final DriverFrames.Sink sink;

  DraftDecoder(Role role, DriverFrames.Sink sink) {
    draft.setParseMode(role);
    this.sink = sink;
  }

  @Override
  public void decode(ByteBuffer frames) {
    try {
      for (Framedata frame : draft.translateFrame(frames)) {
        ByteBuffer text = frame.getPayloadData();
        sink.text(text.array(), text.arrayOffset() + text.position(), text.remaining());
      }
    } catch (InvalidDataException e) {
      throw new IllegalStateException(e);
    }
  }
}
