package org.boardbench.protocol.socketio;

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
 * Socket.IO with the WebSocket as its only transport, in its main namespace: the events {@code
 * join}, with an acknowledgement, and {@value #STROKE}.
 */
public final class SocketIoProtocol implements Protocol {
  static final String STROKE = "stroke";

  @Override
  public String name() {
    return "socketio";
  }

  @Override
  public Handshake handshake() {
    return new Handshake(
        "/socket.io/", Map.of("EIO", "4", "transport", "websocket"), Optional.empty(), Map.of());
  }

  @Override
  public UserSession session(UserIdentity user, MessageBody body) {
    return new SocketIoSession(user, body);
  }

  @Override
  public MessageIntegrity integrity(String body, byte[] message) {
    String packet = new String(message, StandardCharsets.UTF_8);
    return packet.startsWith(Packet.EVENT)
        ? SameJson.integrity(body, Packet.payload(packet), "/1")
        : MessageIntegrity.OTHER;
  }
}
