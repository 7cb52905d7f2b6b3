package org.boardbench.protocol;

import java.util.Optional;

/** JSON objects in text frames, without an envelope. */
final class RawProtocol implements Protocol {
  @Override
  public String name() {
    return "raw";
  }

  @Override
  public Optional<String> subprotocol() {
    return Optional.empty();
  }

  @Override
  public UserSession session(UserIdentity user, StrokePayload payload) {
    return new RawSession(user, payload);
  }
}
