package org.boardbench.protocol.phoenix;

import java.util.concurrent.TimeUnit;
import org.boardbench.core.ServerText;
import org.boardbench.protocol.ControlMessage;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.FrameSender;
import org.boardbench.protocol.MessageBody;
import org.boardbench.protocol.NumberedEnvelope;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Joins the board's topic, then pushes to it: {@code [join_ref, ref, topic, event, payload]}, with
 * a ref that counts up. A heartbeat every 30 s, as the JavaScript client sends it; one that is not
 * answered until the next is due is a broken promise.
 */
final class PhoenixSession implements UserSession {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long HEARTBEAT_NS = TimeUnit.SECONDS.toNanos(30);

  /** The topic of what is about the connection. */
  private static final String CONNECTION = "phoenix";

  private static final int JOIN_REF = 1;
  private static final int PARTS = 5;
  private static final int REF = 1;
  private static final int TOPIC = 2;
  private static final int EVENT = 3;
  private static final int PAYLOAD = 4;

  /** No reply is waited for. */
  private static final int NONE = 0;

  private final UserIdentity user;
  private final String topic;
  private final NumberedEnvelope push;

  private int lastRef = JOIN_REF;
  private boolean isJoined;
  private boolean hasLeft;
  private int heartbeatRef = NONE;
  private long nextHeartbeatNs = Long.MIN_VALUE;
  private String lastError = "";

  PhoenixSession(UserIdentity user, MessageBody body) {
    this.user = user;
    this.topic = "board:" + user.boardId();
    this.push =
        new NumberedEnvelope(
            "[\"" + JOIN_REF + "\",\"",
            "\",\"%s\",\"%s\",".formatted(topic, PhoenixProtocol.MESSAGE),
            body,
            "]");
  }

  @Override
  public void opened(FrameSender out) {
    out.send(
        "[\"%1$d\",\"%1$d\",\"%2$s\",\"phx_join\",{\"userId\":\"%3$s\"}]"
            .formatted(JOIN_REF, topic, user.userId()));
  }

  @Override
  public Meaning received(FrameKind kind, byte[] bytes, int offset, int length, FrameSender out) {
    JsonNode parts;
    try {
      parts = JSON.readTree(bytes, offset, length);
    } catch (JacksonException e) {
      return Meaning.UNKNOWN;
    }
    if (isOfOlderSerializer(parts)) {
      return error("speaks version 1 of the serializer, in objects: " + parts);
    }
    if (!parts.isArray() || parts.size() != PARTS || !parts.path(PAYLOAD).isObject()) {
      return Meaning.UNKNOWN;
    }
    String event = parts.path(EVENT).stringValue("");
    String about = parts.path(TOPIC).stringValue("");
    if (!about.equals(topic) && !about.equals(CONNECTION)) {
      return Meaning.UNKNOWN;
    }
    if (event.equals("phx_reply")) {
      return reply(about, parts.path(REF).stringValue(""), parts.path(PAYLOAD));
    }
    if (about.equals(CONNECTION)) {
      return Meaning.HOUSEKEEPING;
    }
    return switch (event) {
      case PhoenixProtocol.MESSAGE -> ControlMessage.of(parts.path(PAYLOAD)).meaning();
      case "phx_error" -> error("the channel has crashed");
      case "phx_close" -> hasLeft ? Meaning.HOUSEKEEPING : error("the channel was closed");
      case "" -> Meaning.UNKNOWN;
      default -> Meaning.HOUSEKEEPING;
    };
  }

  @Override
  public String awaited() {
    return "reply to its phx_join";
  }

  @Override
  public String lastError() {
    return lastError;
  }

  @Override
  public int messageBytes(int bodyBytes) {
    return push.mostBytes(bodyBytes);
  }

  @Override
  public int message(CharSequence stamp, int bodyBytes, byte[] target, int at) {
    lastRef++;
    return push.write(lastRef, stamp, bodyBytes, target, at);
  }

  /** The first heartbeat is due after the first call, since only this call knows the time. */
  @Override
  public boolean keepAlive(long nowNs, long lastReceivedNs, long lastSentNs, FrameSender out) {
    if (nextHeartbeatNs == Long.MIN_VALUE) {
      nextHeartbeatNs = nowNs + HEARTBEAT_NS;
    } else if (nowNs >= nextHeartbeatNs) {
      boolean isAnswered = heartbeatRef == NONE;
      nextHeartbeatNs = nowNs + HEARTBEAT_NS;
      lastRef++;
      heartbeatRef = lastRef;
      out.send("[null,\"%d\",\"%s\",\"heartbeat\",{}]".formatted(heartbeatRef, CONNECTION));
      return isAnswered;
    }
    return true;
  }

  @Override
  public void closing(FrameSender out) {
    hasLeft = true;
    lastRef++;
    out.send("[\"%d\",\"%d\",\"%s\",\"phx_leave\",{}]".formatted(JOIN_REF, lastRef, topic));
  }

  /** Servers answer joins and heartbeats; whether they answer messages too is theirs to say. */
  private Meaning reply(String about, String refText, JsonNode payload) {
    int ref = number(refText);
    if (ref < JOIN_REF || ref > lastRef || (ref == JOIN_REF && !about.equals(topic))) {
      return Meaning.UNKNOWN;
    }
    switch (payload.path("status").stringValue("")) {
      case "ok" -> {}
      case "error" -> {
        return error(reason(payload.path("response")));
      }
      default -> {
        return Meaning.UNKNOWN;
      }
    }
    if (ref == heartbeatRef) {
      heartbeatRef = NONE;
    }
    boolean isNew = ref == JOIN_REF && !isJoined;
    isJoined |= isNew;
    return isNew ? Meaning.JOINED : Meaning.HOUSEKEEPING;
  }

  /** Version 1 has the same five in an object by name. */
  private static boolean isOfOlderSerializer(JsonNode frame) {
    return frame.path("topic").isString() && frame.path("event").isString();
  }

  /** By convention {@code {"reason": …}}; an application may say anything. */
  private static String reason(JsonNode response) {
    String reason = response.path("reason").stringValue("");
    return reason.isEmpty() ? response.toString() : reason;
  }

  private Meaning error(String reason) {
    lastError = ServerText.line(reason);
    return Meaning.ERROR;
  }

  /** Zero for what is no ref of ours. */
  private static int number(String ref) {
    try {
      return Integer.parseInt(ref);
    } catch (NumberFormatException other) {
      return 0;
    }
  }
}
