package org.boardbench.protocol;

import java.nio.charset.StandardCharsets;

/** Takes complete frames to the socket of one connection. For what is said seldom. */
@FunctionalInterface
public interface FrameSender {
  /** The bytes are the caller's again when this returns. */
  void send(FrameKind kind, byte[] bytes);

  default void send(String text) {
    send(FrameKind.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }
}
