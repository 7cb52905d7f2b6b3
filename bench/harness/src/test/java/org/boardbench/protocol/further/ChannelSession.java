package org.boardbench.protocol.further;

import java.nio.charset.StandardCharsets;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.FrameSender;
import org.boardbench.protocol.MessageBody;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

final class ChannelSession implements UserSession {
  private static final String JOIN_REF = "1";
  private static final String SYSTEM = "phoenix";
  private static final int PARTS = 5;
  private static final int MOST_DIGITS = 10;

  private final UserIdentity user;
  private final MessageBody body;
  private final long heartbeatNs;
  private final String topic;
  private final byte[] beforeRef = ascii("[\"1\",\"");
  private final byte[] afterRef;
  private int lastRef = 1;
  private String heartbeatRef = "";
  private long heartbeatAtNs = Long.MIN_VALUE;
  private String lastError = "";

  ChannelSession(UserIdentity user, MessageBody body, long heartbeatNs) {
    this.user = user;
    this.body = body;
    this.heartbeatNs = heartbeatNs;
    this.topic = "board:" + user.boardId();
    this.afterRef = ascii("\",\"" + topic + "\",\"message\",");
  }

  @Override
  public void opened(FrameSender out) {
    out.send(
        "[\"1\",\"1\",\"%s\",\"phx_join\",{\"userId\":\"%s\"}]".formatted(topic, user.userId()));
  }

  @Override
  public Meaning received(FrameKind kind, byte[] bytes, int offset, int length, FrameSender out) {
    JsonNode parts;
    try {
      parts = ChannelProtocol.JSON.readTree(bytes, offset, length);
    } catch (JacksonException e) {
      return Meaning.UNKNOWN;
    }
    if (parts.size() != PARTS) {
      return Meaning.UNKNOWN;
    }
    return switch (parts.path(3).stringValue("")) {
      case "phx_reply" -> reply(parts.path(1).stringValue(""), parts.path(4));
      case "phx_error" -> {
        lastError = "the channel has failed";
        yield Meaning.ERROR;
      }
      case "message" -> Meaning.UNKNOWN; // of the measurement, and without a readable stamp
      default -> Meaning.HOUSEKEEPING;
    };
  }

  private Meaning reply(String ref, JsonNode payload) {
    if (!payload.path("status").stringValue("").equals("ok")) {
      lastError = payload.path("response").path("reason").stringValue("");
      return Meaning.ERROR;
    }
    if (ref.equals(heartbeatRef)) {
      heartbeatRef = "";
    }
    return ref.equals(JOIN_REF) ? Meaning.JOINED : Meaning.HOUSEKEEPING;
  }

  @Override
  public String lastError() {
    return lastError;
  }

  @Override
  public int messageBytes(int bodyBytes) {
    return beforeRef.length + MOST_DIGITS + afterRef.length + bodyBytes + 1;
  }

  @Override
  public int message(CharSequence stamp, int bodyBytes, byte[] target, int at) {
    lastRef++;
    System.arraycopy(beforeRef, 0, target, at, beforeRef.length);
    int next = at + beforeRef.length;
    int place = 1;
    while (place <= lastRef / 10) {
      place *= 10;
    }
    for (; place > 0; place /= 10) {
      target[next++] = (byte) ('0' + lastRef / place % 10);
    }
    System.arraycopy(afterRef, 0, target, next, afterRef.length);
    next += afterRef.length;
    body.write(stamp, bodyBytes, target, next);
    target[next + bodyBytes] = ']';
    return next + bodyBytes + 1 - at;
  }

  @Override
  public boolean keepAlive(long nowNs, long lastReceivedNs, long lastSentNs, FrameSender out) {
    if (nowNs < heartbeatAtNs) {
      return true;
    }
    boolean isAnswered = heartbeatRef.isEmpty();
    heartbeatAtNs = nowNs + heartbeatNs;
    heartbeatRef = Integer.toString(++lastRef);
    out.send("[null,\"%s\",\"%s\",\"heartbeat\",{}]".formatted(heartbeatRef, SYSTEM));
    return isAnswered;
  }

  @Override
  public void closing(FrameSender out) {
    out.send("[\"1\",\"%d\",\"%s\",\"phx_leave\",{}]".formatted(++lastRef, topic));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
