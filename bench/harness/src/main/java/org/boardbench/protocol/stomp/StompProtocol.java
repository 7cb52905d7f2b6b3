package org.boardbench.protocol.stomp;

import java.nio.charset.StandardCharsets;
import org.boardbench.protocol.Handshake;
import org.boardbench.protocol.MessageBody;
import org.boardbench.protocol.MessageIntegrity;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.SameJson;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;

/** STOMP 1.2 over WebSocket: one topic a board. */
public final class StompProtocol implements Protocol {
  private final SubscriptionProof proof = new SubscriptionProof();

  @Override
  public String name() {
    return "stomp";
  }

  @Override
  public Handshake handshake() {
    return Handshake.of("v12.stomp");
  }

  @Override
  public UserSession session(UserIdentity user, MessageBody body) {
    return new StompSession(user, body, proof);
  }

  @Override
  public MessageIntegrity integrity(String body, byte[] message) {
    return StompFrame.parse(new String(message, StandardCharsets.UTF_8))
        .map(frame -> SameJson.integrity(body, frame.body()))
        .orElse(MessageIntegrity.OTHER);
  }
}
