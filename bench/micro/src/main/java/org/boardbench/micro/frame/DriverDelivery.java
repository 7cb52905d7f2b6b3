package org.boardbench.micro.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.boardbench.account.ledger.LoopAccounts;
import org.boardbench.account.ledger.TrialAccounts;
import org.boardbench.account.record.Phase;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.WorkloadSpec;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.MessageBody;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.Protocols;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;
import org.boardbench.protocol.template.Template;
import org.boardbench.protocol.template.TemplateProtocol;
import org.boardbench.scenario.BoardShare;

/**
 * What the driver does for a delivery beside the kernel: one member after the other publishes, and
 * the frame that a server makes of that is read and accounted for each member of the board.
 */
public final class DriverDelivery {
  /** Of the board. */
  public static final int MEMBERS = 100;

  private static final int BOARD = 0;
  private static final Phase HOLD = new Phase(Phase.Kind.HOLD, 1);
  private static final long BETWEEN_MESSAGES_NS = 1_000;

  /** Before a payload of up to 64 KiB, which is not masked. */
  private static final int HEADER_BYTES = 4;

  private static final int TEXT = 0x81;
  private static final int LENGTH_16 = 126;

  /** What servers write before and after the stroke, each as its target here does. */
  private static final Map<String, Envelope> ENVELOPES =
      Map.of(
          "raw", new Envelope("", ""),
          "stomp",
              new Envelope(
                  """
                  MESSAGE
                  destination:/topic/board.b0
                  content-type:application/json
                  subscription:board
                  message-id:4c9c9d2e-1f4a-8f43-1-1764
                  content-length:300

                  """,
                  "\0"),
          "socketio", new Envelope("42[\"stroke\",", "]"),
          "nest-ws", new Envelope("{\"event\":\"stroke\",\"data\":", "}"),
          "centrifuge",
              new Envelope("{\"push\":{\"channel\":\"board:b0\",\"pub\":{\"data\":", "}}}"),
          "phoenix", new Envelope("[null,null,\"board:b0\",\"message\",", "]"));

  private record Envelope(String before, String after) {
    private static byte[] ascii(String text) {
      return text.getBytes(StandardCharsets.US_ASCII);
    }
  }

  private final StrokePayload payload;
  private final List<UserSession> sessions;
  private final TrialAccounts accounts;
  private final LoopAccounts loop;
  private final DriverFrames frames = DriverFrames.open(this::text);

  /** What a template says comes back as it was sent. */
  private final boolean isEcho;

  private final byte[] before;
  private final byte[] after;
  private final List<MessageBody> bodies;
  private final byte[] frame;
  private int messages;
  private int receiver;
  private long others;
  private long nowNs;

  private DriverDelivery(Protocol protocol, int payloadBytes) {
    this.payload = new StrokePayload(payloadBytes);
    this.bodies =
        IntStream.range(0, MEMBERS)
            .mapToObj(user -> payload.body(new UserIdentity(user, BOARD)))
            .toList();
    this.sessions =
        IntStream.range(0, MEMBERS)
            .mapToObj(user -> new UserIdentity(user, BOARD))
            .map(user -> protocol.session(user, bodies.get(user.user())))
            .toList();
    WorkloadSpec workload = new WorkloadSpec(1, 1, payloadBytes);
    this.accounts =
        new TrialAccounts(
            workload,
            workload.scenario().smallestBytes(),
            workload.scenario().messageClasses(),
            protocol.stampForm(),
            BoardShare.whole(1, MEMBERS),
            1,
            () -> nowNs);
    this.loop = accounts.loop(0);
    this.isEcho = protocol.name().equals(TemplateProtocol.NAME);
    Envelope envelope = ENVELOPES.getOrDefault(protocol.name(), new Envelope("", ""));
    this.before = Envelope.ascii(envelope.before());
    this.after = Envelope.ascii(envelope.after());
    int room = Math.max(payloadBytes, sessions.getFirst().messageBytes(payloadBytes));
    this.frame = new byte[HEADER_BYTES + before.length + room + after.length];
  }

  /** Ready to deliver, with every member joined. */
  public static DriverDelivery of(String protocol, int payloadBytes) {
    DriverDelivery delivery = new DriverDelivery(protocolNamed(protocol), payloadBytes);
    delivery.begin();
    return delivery;
  }

  private static Protocol protocolNamed(String name) {
    return name.equals(TemplateProtocol.NAME)
        ? new TemplateProtocol(
            new Template(
                "",
                "",
                "",
                "",
                "{\"room\":\"{board}\",\"text\":\"{stamp}{payload}\"}",
                FrameKind.TEXT,
                "",
                0))
        : Protocols.named(name).orElseThrow();
  }

  private void begin() {
    StageSpec stage = new StageSpec(MEMBERS, Duration.ZERO, Duration.ofMinutes(10));
    accounts.openStage(HOLD.stage(), stage, nowNs);
    for (int user = 0; user < MEMBERS; user++) {
      loop.joined(user);
    }
    accounts.hold(nowNs, nowNs + stage.hold().toNanos());
  }

  /**
   * One message to all members.
   *
   * @return how often a session wanted to hear of more in a frame
   */
  public long deliver() {
    int sender = messages % MEMBERS;
    messages++;
    nowNs += BETWEEN_MESSAGES_NS;
    CharSequence stamp = loop.sending(sender, 0, HOLD, nowNs, nowNs, nowNs);
    ByteBuffer read = ByteBuffer.wrap(frame, 0, write(sender, stamp));
    loop.sent(sender);
    for (receiver = 0; receiver < MEMBERS; receiver++) {
      frames.decode(read.rewind());
    }
    return others;
  }

  /** Writes the frame of the sender's message, and returns how many bytes it has. */
  private int write(int sender, CharSequence stamp) {
    int at = HEADER_BYTES;
    System.arraycopy(before, 0, frame, at, before.length);
    at += before.length;
    if (isEcho) {
      at += sessions.get(sender).message(stamp, payload.bytes(), frame, at);
    } else {
      bodies.get(sender).write(stamp, payload.bytes(), frame, at);
      at += payload.bytes();
    }
    System.arraycopy(after, 0, frame, at, after.length);
    at += after.length;
    frame[0] = (byte) TEXT;
    frame[1] = LENGTH_16;
    frame[2] = (byte) ((at - HEADER_BYTES) >> Byte.SIZE);
    frame[3] = (byte) (at - HEADER_BYTES);
    return at;
  }

  /** As a user of the driver takes it. */
  private void text(byte[] bytes, int offset, int length) {
    LoopAccounts.Outcome outcome = loop.frame(receiver, bytes, offset, length, nowNs);
    if (outcome != LoopAccounts.Outcome.COUNTED
        || sessions.get(receiver).holdsOthers(bytes, offset, length)) {
      others++;
    }
  }

  /** Deliveries that the account has. */
  public long received() {
    return accounts.received();
  }

  /** Deliveries that it still waits for. */
  public long outstanding() {
    return accounts.outstanding();
  }
}
