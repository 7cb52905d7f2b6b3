package org.boardbench.micro.frame;

import java.nio.ByteBuffer;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Role;
import org.java_websocket.framing.TextFrame;

/** As Java-WebSocket makes frames: masked by a client with bytes from a secure random source. */
final class DraftEncoder implements FrameEncoder {
  private final Draft_6455 draft = new Draft_6455();

  DraftEncoder(Role role) {
    draft.setParseMode(role);
  }

  @Override
  public ByteBuffer encode(byte[] text) {
    TextFrame frame = new TextFrame();
    frame.setPayload(ByteBuffer.wrap(text));
    return draft.createBinaryFrame(frame);
  }
}
