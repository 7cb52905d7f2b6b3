package org.boardbench.protocol.centrifuge;

import java.nio.charset.StandardCharsets;
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
 * Connect, subscribe, and be joined by the reply to that; then each message is a publish command
 * with an id of its own.
 *
 * <p>A server under load puts what waits for a connection into one frame: pushes, replies to
 * publish commands, and its pings, which it wants answered. So every frame with strokes is looked
 * through for a line that is not one of this board's publications.
 */
final class CentrifugeSession implements UserSession {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** An empty command or reply: the ping of a server, and the answer to it. */
  private static final String PING = "{}";

  private static final int CONNECT = 1;
  private static final int SUBSCRIBE = 2;

  /** How much later than promised a ping may come: the default of the JavaScript client. */
  private static final long PING_MARGIN_NS = TimeUnit.SECONDS.toNanos(10);

  /** Longer than any run; a server may name any number of seconds. */
  private static final long LONGEST_PING_S = TimeUnit.DAYS.toSeconds(7);

  private enum State {
    CONNECTING,
    SUBSCRIBING,
    JOINED
  }

  private final String channel;
  private final byte[] publication;
  private final NumberedEnvelope command;

  private State state = State.CONNECTING;
  private int lastId = SUBSCRIBE;
  private long pingEveryNs;
  private boolean answersPings;
  private String lastError = "";

  CentrifugeSession(UserIdentity user, MessageBody body) {
    this.channel = "board:" + user.boardId();
    this.publication =
        "{\"push\":{\"channel\":\"%s\",\"pub\":{"
            .formatted(channel)
            .getBytes(StandardCharsets.US_ASCII);
    this.command =
        new NumberedEnvelope(
            "{\"id\":",
            ",\"publish\":{\"channel\":\"%s\",\"data\":".formatted(channel),
            body,
            "}}");
  }

  @Override
  public void opened(FrameSender out) {
    out.send("{\"id\":%d,\"connect\":{}}".formatted(CONNECT));
  }

  @Override
  public void messages(byte[] bytes, int offset, int length, MessageSink sink) {
    Replies.split(bytes, offset, length, sink);
  }

  @Override
  public boolean holdsOthers(byte[] bytes, int offset, int length) {
    return Replies.hasOther(publication, bytes, offset, length);
  }

  @Override
  public Meaning received(FrameKind kind, byte[] bytes, int offset, int length, FrameSender out) {
    long published = Replies.published(bytes, offset, length);
    if (published >= 0) {
      return isOfPublish(published) ? Meaning.HOUSEKEEPING : Meaning.UNKNOWN;
    }
    JsonNode reply;
    try {
      reply = JSON.readTree(bytes, offset, length);
    } catch (JacksonException e) {
      return Meaning.UNKNOWN;
    }
    if (!reply.isObject()) {
      return Meaning.UNKNOWN;
    }
    if (reply.isEmpty()) {
      return ping(out);
    }
    return reply.has("push") ? push(reply.path("push")) : reply(reply, out);
  }

  @Override
  public String awaited() {
    return "reply to its %s command".formatted(state == State.CONNECTING ? "connect" : "subscribe");
  }

  @Override
  public String lastError() {
    return lastError;
  }

  @Override
  public int messageBytes(int bodyBytes) {
    return command.mostBytes(bodyBytes);
  }

  @Override
  public int message(CharSequence stamp, int bodyBytes, byte[] target, int at) {
    lastId++;
    return command.write(lastId, stamp, bodyBytes, target, at);
  }

  @Override
  public boolean keepAlive(long nowNs, long lastReceivedNs, long lastSentNs, FrameSender out) {
    return pingEveryNs == 0 || nowNs - lastReceivedNs <= pingEveryNs + PING_MARGIN_NS;
  }

  private Meaning ping(FrameSender out) {
    if (answersPings) {
      out.send(PING);
    }
    return Meaning.HOUSEKEEPING;
  }

  private Meaning reply(JsonNode reply, FrameSender out) {
    if (reply.has("error")) {
      return error("", reply.path("error"), "message");
    }
    if (state == State.CONNECTING && reply.has("result")) {
      lastError =
          ServerText.line("answered with a result, as version 1 of the protocol says it: " + reply);
      return Meaning.ERROR;
    }
    long id = reply.path("id").asLong(0);
    if (id == CONNECT && state == State.CONNECTING && reply.path("connect").isObject()) {
      connected(reply.path("connect"), out);
      return Meaning.HOUSEKEEPING;
    }
    if (id == SUBSCRIBE && state == State.SUBSCRIBING && reply.path("subscribe").isObject()) {
      state = State.JOINED;
      return Meaning.JOINED;
    }
    return isOfPublish(id) && reply.path("publish").isObject()
        ? Meaning.HOUSEKEEPING
        : Meaning.UNKNOWN;
  }

  private boolean isOfPublish(long id) {
    return id > SUBSCRIBE && id <= lastId;
  }

  private void connected(JsonNode connect, FrameSender out) {
    long seconds = Math.clamp(connect.path("ping").asLong(0), 0, LONGEST_PING_S);
    pingEveryNs = TimeUnit.SECONDS.toNanos(seconds);
    answersPings = connect.path("pong").asBoolean(false);
    state = State.SUBSCRIBING;
    out.send("{\"id\":%d,\"subscribe\":{\"channel\":\"%s\"}}".formatted(SUBSCRIBE, channel));
  }

  private Meaning push(JsonNode push) {
    boolean isOfBoard = push.path("channel").stringValue("").equals(channel);
    if (push.has("pub")) {
      return isOfBoard
          ? ControlMessage.of(push.path("pub").path("data")).meaning()
          : Meaning.UNKNOWN;
    }
    if (push.has("disconnect")) {
      return error("disconnected: ", push.path("disconnect"), "reason");
    }
    if (push.has("unsubscribe") && isOfBoard) {
      return error("unsubscribed: ", push.path("unsubscribe"), "reason");
    }
    // Who joins and who leaves, what the application says to this connection alone.
    return push.isObject() && !push.isEmpty() ? Meaning.HOUSEKEEPING : Meaning.UNKNOWN;
  }

  private Meaning error(String what, JsonNode error, String reason) {
    String code = " (" + error.path("code").asInt(0) + ")";
    lastError = ServerText.line(what + error.path(reason).stringValue("") + code);
    return Meaning.ERROR;
  }
}
