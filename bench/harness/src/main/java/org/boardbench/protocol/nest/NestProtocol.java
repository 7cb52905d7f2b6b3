package org.boardbench.protocol.nest;

import java.nio.charset.StandardCharsets;
import org.boardbench.protocol.MessageBody;
import org.boardbench.protocol.MessageIntegrity;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.SameJson;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;

/** JSON objects with an event and its data: {@code join}, {@code joined} and {@value #STROKE}. */
public final class NestProtocol implements Protocol {
  static final String STROKE = "stroke";

  @Override
  public String name() {
    return "nest-ws";
  }

  @Override
  public UserSession session(UserIdentity user, MessageBody body) {
    return new NestSession(user, body);
  }

  @Override
  public MessageIntegrity integrity(String body, byte[] message) {
    return SameJson.integrity(body, new String(message, StandardCharsets.UTF_8), "/data");
  }
}
