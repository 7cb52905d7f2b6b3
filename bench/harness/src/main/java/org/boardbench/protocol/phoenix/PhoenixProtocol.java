package org.boardbench.protocol.phoenix;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.boardbench.protocol.Handshake;
import org.boardbench.protocol.MessageBody;
import org.boardbench.protocol.MessageIntegrity;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.SameJson;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;

/**
 * Phoenix channels: one topic a board, and the event {@value #MESSAGE} for what users publish. The
 * address of a server is that of its socket, such as {@code /socket}.
 */
public final class PhoenixProtocol implements Protocol {
  static final String MESSAGE = "message";

  @Override
  public String name() {
    return "phoenix";
  }

  @Override
  public Handshake handshake() {
    return new Handshake("/websocket", Map.of("vsn", "2.0.0"), Optional.empty(), Map.of());
  }

  @Override
  public UserSession session(UserIdentity user, MessageBody body) {
    return new PhoenixSession(user, body);
  }

  @Override
  public MessageIntegrity integrity(String body, byte[] message) {
    return SameJson.integrity(body, new String(message, StandardCharsets.UTF_8), "/4");
  }
}
