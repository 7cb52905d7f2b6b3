package org.boardbench.protocol.stomp;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.boardbench.core.ServerText;
import org.boardbench.protocol.ControlMessage;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.FrameSender;
import org.boardbench.protocol.MessageBody;
import org.boardbench.protocol.ProbePauses;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;

/**
 * Connect, subscribe, and be joined once the subscription is known to have taken effect: from then
 * on every message must arrive.
 *
 * <p>The receipt of the {@code SUBSCRIBE} says so and costs nobody else anything. Some brokers
 * answer none (Spring's SimpleBroker by itself); then only a message on the board says so, a probe
 * that comes back, which every member gets. A probe of a destination of one's own would cost less
 * and prove nothing: a broker may handle the frames of one connection side by side.
 *
 * <p>For the same reason a broker may take a probe before the {@code SUBSCRIBE} ahead of it has had
 * its effect; that probe never comes back. So {@link #keepAlive} sends another one when the last is
 * older than a pause that starts at 200 ms and doubles each time, lest a slow server get a flood.
 */
final class StompSession implements UserSession {
  private static final String VERSION = "1.2";
  private static final String HEART_BEAT = "\n";
  private static final String BOARD = "board";
  private static final String ERRORS = "errors";

  private enum State {
    CONNECTING,
    SUBSCRIBING,
    JOINED
  }

  private final UserIdentity user;
  private final SubscriptionProof proof;
  private final SendEnvelope envelope;
  private final String destination;
  private final ProbePauses pauses = new ProbePauses();

  private State state = State.CONNECTING;
  private HeartBeats heartBeats = HeartBeats.NONE;
  private int probes;
  private String lastError = "";

  StompSession(UserIdentity user, MessageBody body, SubscriptionProof proof) {
    this.user = user;
    this.proof = proof;
    this.destination = "/app/board." + user.boardId();
    this.envelope = new SendEnvelope(destination, body);
  }

  @Override
  public void opened(FrameSender out) {
    // The headers of CONNECT are the only ones that are not escaped; none of these would be.
    // host names a virtual host, "or any name of their choosing".
    out.send(
        frame(
            "CONNECT",
            "accept-version",
            VERSION,
            "host",
            "localhost",
            "heart-beat",
            HeartBeats.offer()));
  }

  @Override
  public void messages(byte[] bytes, int offset, int length, MessageSink sink) {
    StompFrame.split(bytes, offset, length, sink);
  }

  /** Brokers choose the kind by the content's type. */
  @Override
  public boolean takesBinary() {
    return true;
  }

  @Override
  public Meaning received(FrameKind kind, byte[] bytes, int offset, int length, FrameSender out) {
    String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
    if (text.isBlank()) {
      return Meaning.HOUSEKEEPING;
    }
    return StompFrame.parse(text).map(frame -> meaning(frame, out)).orElse(Meaning.UNKNOWN);
  }

  @Override
  public String awaited() {
    if (state == State.CONNECTING) {
      return "CONNECTED";
    }
    return "RECEIPT of its SUBSCRIBE" + (proof.isReceipt() ? "" : ", and no probe of its own back");
  }

  @Override
  public String lastError() {
    return lastError;
  }

  @Override
  public int messageBytes(int bodyBytes) {
    return envelope.bytes(bodyBytes);
  }

  @Override
  public int message(CharSequence stamp, int bodyBytes, byte[] target, int at) {
    return envelope.write(stamp, bodyBytes, target, at);
  }

  @Override
  public boolean keepAlive(long nowNs, long lastReceivedNs, long lastSentNs, FrameSender out) {
    if (state == State.SUBSCRIBING && !proof.isReceipt() && pauses.isOver(nowNs)) {
      probe(out);
    }
    if (heartBeats.due(nowNs - lastSentNs)) {
      out.send(HEART_BEAT);
    }
    return !heartBeats.broken(nowNs - lastReceivedNs);
  }

  @Override
  public void closing(FrameSender out) {
    if (state != State.CONNECTING) {
      out.send(frame("DISCONNECT"));
    }
  }

  private Meaning meaning(StompFrame frame, FrameSender out) {
    return switch (frame.command()) {
      case "CONNECTED" -> connected(frame, out);
      case "MESSAGE" -> message(frame);
      case "ERROR" -> error(frame.headers().getOrDefault("message", frame.body()));
      case "RECEIPT" -> receipt(frame);
      default -> Meaning.UNKNOWN;
    };
  }

  private Meaning connected(StompFrame frame, FrameSender out) {
    if (state != State.CONNECTING) {
      return Meaning.UNKNOWN;
    }
    // A server that names no version speaks the first one.
    String version = frame.headers().getOrDefault("version", "1.0");
    if (!version.equals(VERSION)) {
      return error("CONNECTED says version %s, asked for was %s".formatted(version, VERSION));
    }
    heartBeats = HeartBeats.agreed(frame.header("heart-beat"));
    String topic = "/topic/board." + user.boardId();
    out.send(frame("SUBSCRIBE", "id", ERRORS, "destination", "/user/queue/errors"));
    out.send(frame("SUBSCRIBE", "id", BOARD, "destination", topic, "receipt", BOARD));
    state = State.SUBSCRIBING;
    if (proof.isProbe()) {
      probe(out);
    }
    return Meaning.HOUSEKEEPING;
  }

  private Meaning receipt(StompFrame frame) {
    if (!frame.header("receipt-id").equals(BOARD)) {
      return Meaning.HOUSEKEEPING;
    }
    if (state == State.CONNECTING) {
      return Meaning.UNKNOWN;
    }
    proof.receiptCame();
    return subscribed();
  }

  /** A further sign of it means nothing new. */
  private Meaning subscribed() {
    boolean isNew = state == State.SUBSCRIBING;
    state = State.JOINED;
    return isNew ? Meaning.JOINED : Meaning.HOUSEKEEPING;
  }

  private Meaning message(StompFrame frame) {
    ControlMessage message = ControlMessage.parse(frame.body());
    if (frame.header("subscription").equals(ERRORS)) {
      return error(message.reason().isEmpty() ? frame.body() : message.reason());
    }
    if (!message.type().equals("probe")) {
      boolean isOfBoard = frame.header("subscription").equals(BOARD);
      return isOfBoard ? message.meaning() : Meaning.UNKNOWN;
    }
    if (!message.isFrom(user)) {
      return Meaning.HOUSEKEEPING;
    }
    if (state == State.CONNECTING) {
      return Meaning.UNKNOWN;
    }
    proof.probeCame();
    return subscribed();
  }

  private void probe(FrameSender out) {
    String json =
        "{\"type\":\"probe\",\"boardId\":\"%s\",\"userId\":\"%s\",\"stamp\":\"%d.%d.p.0.0\"}"
            .formatted(user.boardId(), user.userId(), user.user(), probes++);
    out.send(StompFrame.send(destination, json).text());
  }

  private Meaning error(String reason) {
    lastError = ServerText.line(reason);
    return Meaning.ERROR;
  }

  private static String frame(String command, String... namesAndValues) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new StompFrame(command, headers, "").text();
  }
}
