package org.boardbench.protocol.raw;

import java.nio.charset.StandardCharsets;
import org.boardbench.protocol.MessageBody;
import org.boardbench.protocol.MessageIntegrity;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.SameJson;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;

/** JSON objects in text frames, without an envelope. */
public final class RawProtocol implements Protocol {
  @Override
  public String name() {
    return "raw";
  }

  @Override
  public UserSession session(UserIdentity user, MessageBody body) {
    return new RawSession(user, body);
  }

  @Override
  public MessageIntegrity integrity(String body, byte[] message) {
    return SameJson.integrity(body, new String(message, StandardCharsets.UTF_8));
  }
}
