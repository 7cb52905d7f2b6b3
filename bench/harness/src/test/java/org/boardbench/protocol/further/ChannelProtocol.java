package org.boardbench.protocol.further;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.boardbench.protocol.Handshake;
import org.boardbench.protocol.MessageBody;
import org.boardbench.protocol.MessageIntegrity;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.SameJson;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Phoenix' channels do: {@code [join_ref, ref, topic, event, payload]}, a ref that counts up
 * from message to message, and a heartbeat that is to be answered.
 *
 * @param heartbeat how often
 */
public record ChannelProtocol(Duration heartbeat) implements Protocol {
  static final JsonMapper JSON = new JsonMapper();

  @Override
  public String name() {
    return "channels";
  }

  @Override
  public Handshake handshake() {
    return new Handshake("/websocket", Map.of("vsn", "2.0.0"), Optional.empty(), Map.of());
  }

  @Override
  public UserSession session(UserIdentity user, MessageBody body) {
    return new ChannelSession(user, body, heartbeat.toNanos());
  }

  @Override
  public MessageIntegrity integrity(String body, byte[] message) {
    JsonNode payload = JSON.readTree(new String(message, StandardCharsets.UTF_8)).path(4);
    return SameJson.integrity(body, payload.toString());
  }
}
