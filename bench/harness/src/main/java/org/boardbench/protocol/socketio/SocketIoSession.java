package org.boardbench.protocol.socketio;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.boardbench.core.ServerText;
import org.boardbench.protocol.ControlMessage;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.FrameSender;
import org.boardbench.protocol.MessageBody;
import org.boardbench.protocol.MessageEnvelope;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Waits for the server's opening, connects to the main namespace, emits {@code join}, and is joined
 * by its acknowledgement; then each message is an event. Answers the server's pings; one that does
 * not come in the promised time is a broken promise, unless anything else did.
 */
final class SocketIoSession implements UserSession {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Longer than any run; a server may name any number of milliseconds. */
  private static final long LONGEST_PING_MS = TimeUnit.DAYS.toMillis(7);

  /** Of the join, which is the only event that asks for an acknowledgement. */
  private static final int JOIN_ACK = 0;

  private enum State {
    OPENING,
    CONNECTING,
    JOINING,
    JOINED
  }

  private final UserIdentity user;
  private final MessageEnvelope event;

  private State state = State.OPENING;
  private long longestSilenceNs;
  private long attachmentsToCome;
  private boolean hasLeft;
  private String lastError = "";

  SocketIoSession(UserIdentity user, MessageBody body) {
    this.user = user;
    this.event =
        new MessageEnvelope(
            "%s[\"%s\",".formatted(Packet.EVENT, SocketIoProtocol.STROKE), body, "]");
  }

  /** The server speaks first. */
  @Override
  public void opened(FrameSender out) {}

  /** Attachments of events that others have announced. */
  @Override
  public boolean takesBinary() {
    return true;
  }

  @Override
  public Meaning received(FrameKind kind, byte[] bytes, int offset, int length, FrameSender out) {
    if (kind == FrameKind.BINARY) {
      return attachment();
    }
    String packet = new String(bytes, offset, length, StandardCharsets.UTF_8);
    if (packet.isEmpty() || attachmentsToCome > 0) {
      attachmentsToCome = 0;
      return Meaning.UNKNOWN;
    }
    if (packet.equals(Packet.PING)) {
      out.send(Packet.PONG);
      return Meaning.HOUSEKEEPING;
    }
    if (packet.charAt(0) == Packet.OPEN) {
      return opening(json(packet.substring(1)), out);
    }
    if (packet.charAt(0) == Packet.CLOSE || packet.equals(Packet.NOOP)) {
      return Meaning.HOUSEKEEPING;
    }
    return packet.length() < Packet.EVENT.length()
        ? Meaning.UNKNOWN
        : message(packet, packet.substring(0, Packet.EVENT.length()), out);
  }

  private Meaning message(String packet, String type, FrameSender out) {
    return switch (type) {
      case Packet.CONNECT ->
          isOfOlderServer(packet)
              ? error(
                  "connected by %s alone, as Socket.IO 2 over Engine.IO 3 says it"
                      .formatted(packet))
              : connected(json(Packet.payload(packet)), out);
      case Packet.DISCONNECT ->
          hasLeft ? Meaning.HOUSEKEEPING : error("the server has ended the session");
      case Packet.EVENT -> event(json(Packet.payload(packet)));
      case Packet.ACK -> acknowledged(Packet.number(packet), json(Packet.payload(packet)));
      case Packet.CONNECT_ERROR -> error(reason(json(Packet.payload(packet)), "message"));
      case Packet.BINARY_EVENT, Packet.BINARY_ACK -> announced(Packet.attachments(packet));
      default -> Meaning.UNKNOWN;
    };
  }

  @Override
  public String awaited() {
    return switch (state) {
      case OPENING -> "opening (0{…})";
      case CONNECTING -> "connection to the main namespace (40{…})";
      case JOINING, JOINED -> "acknowledgement of its join (43%d[…])".formatted(JOIN_ACK);
    };
  }

  @Override
  public String lastError() {
    return lastError;
  }

  @Override
  public int messageBytes(int bodyBytes) {
    return event.bytes(bodyBytes);
  }

  @Override
  public int message(CharSequence stamp, int bodyBytes, byte[] target, int at) {
    return event.write(stamp, bodyBytes, target, at);
  }

  @Override
  public boolean keepAlive(long nowNs, long lastReceivedNs, long lastSentNs, FrameSender out) {
    return longestSilenceNs == 0 || nowNs - lastReceivedNs <= longestSilenceNs;
  }

  @Override
  public void closing(FrameSender out) {
    hasLeft = true;
    out.send(Packet.DISCONNECT);
  }

  private Meaning opening(JsonNode opening, FrameSender out) {
    if (state != State.OPENING || !opening.path("sid").isString()) {
      return Meaning.UNKNOWN;
    }
    long intervalMs = opening.path("pingInterval").asLong(0);
    long timeoutMs = opening.path("pingTimeout").asLong(0);
    longestSilenceNs =
        TimeUnit.MILLISECONDS.toNanos(
            Math.clamp(intervalMs, 0, LONGEST_PING_MS) + Math.clamp(timeoutMs, 0, LONGEST_PING_MS));
    state = State.CONNECTING;
    out.send(Packet.CONNECT);
    return Meaning.HOUSEKEEPING;
  }

  /** Socket.IO 2 opens as later ones do, connects everybody unasked, and names no session. */
  private boolean isOfOlderServer(String packet) {
    return state == State.CONNECTING && packet.equals(Packet.CONNECT);
  }

  private Meaning connected(JsonNode connection, FrameSender out) {
    if (state != State.CONNECTING || !connection.path("sid").isString()) {
      return Meaning.UNKNOWN;
    }
    state = State.JOINING;
    out.send(
        "%s%d[\"join\",{\"boardId\":\"%s\",\"userId\":\"%s\"}]"
            .formatted(Packet.EVENT, JOIN_ACK, user.boardId(), user.userId()));
    return Meaning.HOUSEKEEPING;
  }

  private Meaning acknowledged(long number, JsonNode answers) {
    if (number != JOIN_ACK || state != State.JOINING || answers.size() != 1) {
      return Meaning.UNKNOWN;
    }
    ControlMessage answer = ControlMessage.of(answers.path(0));
    if (answer.type().equals("error")) {
      return error(answer.reason());
    }
    // An answer that names someone else was not ours to get.
    if (!answer.type().equals("joined") || !answer.isFrom(user)) {
      return Meaning.UNKNOWN;
    }
    state = State.JOINED;
    return Meaning.JOINED;
  }

  /** Others may have events of their own, with any arguments. */
  private Meaning event(JsonNode event) {
    return switch (event.path(0).stringValue("")) {
      case "" -> Meaning.UNKNOWN;
      case SocketIoProtocol.STROKE -> ControlMessage.of(event.path(1)).meaning();
      case "error" -> error(reason(event.path(1), "reason"));
      case "exception" -> error(reason(event.path(1), "message"));
      default -> Meaning.HOUSEKEEPING;
    };
  }

  private Meaning announced(long attachments) {
    if (attachments < 0) {
      return Meaning.UNKNOWN;
    }
    attachmentsToCome = attachments;
    return Meaning.HOUSEKEEPING;
  }

  private Meaning attachment() {
    if (attachmentsToCome == 0) {
      return Meaning.UNKNOWN;
    }
    attachmentsToCome--;
    return Meaning.HOUSEKEEPING;
  }

  /** A missing node for what is no JSON. */
  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  private static String reason(JsonNode error, String field) {
    String reason = error.path(field).stringValue("");
    return reason.isEmpty() ? error.toString() : reason;
  }

  private Meaning error(String reason) {
    lastError = ServerText.line(reason);
    return Meaning.ERROR;
  }
}
