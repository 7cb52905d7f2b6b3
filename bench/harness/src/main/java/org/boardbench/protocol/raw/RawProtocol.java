package org.boardbench.protocol.raw;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.boardbench.protocol.MessageBody;
import org.boardbench.protocol.MessageIntegrity;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.SameJson;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;

/** JSON objects in text frames, without an envelope. */
public final class RawProtocol implements Protocol {
  private final boolean asksForHistory;

  public RawProtocol() {
    this(false);
  }

  private RawProtocol(boolean asksForHistory) {
    this.asksForHistory = asksForHistory;
  }

  @Override
  public String name() {
    return "raw";
  }

  @Override
  public UserSession session(UserIdentity user, MessageBody body) {
    return new RawSession(user, body, asksForHistory);
  }

  @Override
  public Optional<Protocol> askingForHistory() {
    return Optional.of(new RawProtocol(true));
  }

  @Override
  public MessageIntegrity integrity(String body, byte[] message) {
    return SameJson.integrity(body, new String(message, StandardCharsets.UTF_8));
  }
}
