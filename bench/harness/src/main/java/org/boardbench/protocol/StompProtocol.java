package org.boardbench.protocol;

import java.util.Optional;

/** STOMP 1.2 over WebSocket: one topic a board. */
final class StompProtocol implements Protocol {
  @Override
  public String name() {
    return "stomp";
  }

  @Override
  public Optional<String> subprotocol() {
    return Optional.of("v12.stomp");
  }

  @Override
  public UserSession session(UserIdentity user, StrokePayload payload) {
    return new StompSession(user, payload);
  }
}
