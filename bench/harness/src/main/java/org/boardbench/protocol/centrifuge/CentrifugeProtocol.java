package org.boardbench.protocol.centrifuge;

import java.nio.charset.StandardCharsets;
import org.boardbench.protocol.MessageBody;
import org.boardbench.protocol.MessageIntegrity;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.SameJson;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;

/** Centrifugo's client protocol in JSON: one channel of the namespace {@code board} a board. */
public final class CentrifugeProtocol implements Protocol {
  @Override
  public String name() {
    return "centrifuge";
  }

  @Override
  public UserSession session(UserIdentity user, MessageBody body) {
    return new CentrifugeSession(user, body);
  }

  @Override
  public MessageIntegrity integrity(String body, byte[] message) {
    return SameJson.integrity(body, new String(message, StandardCharsets.UTF_8), "/push/pub/data");
  }
}
