package org.boardbench.protocol.further;

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
 * What Socket.IO does for binary attachments: packets as texts that begin with numbers, pings that
 * the server sends as text, and a message in two frames, of which the second one is binary.
 *
 * @param takesBinary false: sends binary frames and knows none
 */
public record PacketProtocol(boolean takesBinary) implements Protocol {
  @Override
  public String name() {
    return "packets";
  }

  @Override
  public Handshake handshake() {
    return new Handshake(
        "/socket.io/",
        Map.of("EIO", "4", "transport", "websocket"),
        Optional.empty(),
        Map.of("Origin", "http://whiteboard.example"));
  }

  @Override
  public UserSession session(UserIdentity user, MessageBody body) {
    return new PacketSession(user, body, takesBinary);
  }

  @Override
  public MessageIntegrity integrity(String body, byte[] message) {
    return SameJson.integrity(body, new String(message, StandardCharsets.UTF_8));
  }
}
