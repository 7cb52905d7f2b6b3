package org.boardbench.protocol.further;

import java.nio.charset.StandardCharsets;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.FrameSender;
import org.boardbench.protocol.MessageBody;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;

final class PacketSession implements UserSession {
  static final String ANNOUNCEMENT = "451-[\"message\",{\"_placeholder\":true,\"num\":0}]";

  private static final long LONGEST_SILENCE_NS = 2_000_000_000;

  private final UserIdentity user;
  private final MessageBody body;
  private final boolean takesBinary;
  private String lastError = "";

  PacketSession(UserIdentity user, MessageBody body, boolean takesBinary) {
    this.user = user;
    this.body = body;
    this.takesBinary = takesBinary;
  }

  /** The server speaks first. */
  @Override
  public void opened(FrameSender out) {}

  @Override
  public boolean takesBinary() {
    return takesBinary;
  }

  @Override
  public Meaning received(FrameKind kind, byte[] bytes, int offset, int length, FrameSender out) {
    if (kind == FrameKind.BINARY) {
      return Meaning.UNKNOWN; // an attachment of the measurement, and without a readable stamp
    }
    String packet = new String(bytes, offset, length, StandardCharsets.UTF_8);
    if (packet.startsWith("0{")) {
      out.send("40");
    } else if (packet.startsWith("40{")) {
      out.send(
          "420[\"join\",{\"boardId\":\"%s\",\"userId\":\"%s\"}]"
              .formatted(user.boardId(), user.userId()));
    } else if (packet.equals("2")) {
      out.send("3");
    } else if (packet.startsWith("430[")) {
      return Meaning.JOINED;
    } else if (packet.startsWith("44")) {
      lastError = packet.substring(2);
      return Meaning.ERROR;
    } else if (!packet.startsWith("42") && !packet.equals(ANNOUNCEMENT)) {
      return Meaning.UNKNOWN;
    }
    return Meaning.HOUSEKEEPING;
  }

  @Override
  public String lastError() {
    return lastError;
  }

  @Override
  public FrameKind messageKind() {
    return FrameKind.BINARY;
  }

  @Override
  public int messageBytes(int bodyBytes) {
    return bodyBytes;
  }

  @Override
  public void beforeMessage(FrameSender out) {
    out.send(ANNOUNCEMENT);
  }

  @Override
  public int message(CharSequence stamp, int bodyBytes, byte[] target, int at) {
    body.write(stamp, bodyBytes, target, at);
    return bodyBytes;
  }

  @Override
  public boolean keepAlive(long nowNs, long lastReceivedNs, long lastSentNs, FrameSender out) {
    return nowNs - lastReceivedNs < LONGEST_SILENCE_NS;
  }

  @Override
  public void closing(FrameSender out) {
    out.send("41");
  }
}
