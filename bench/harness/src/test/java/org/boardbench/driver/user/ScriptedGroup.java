package org.boardbench.driver.user;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.boardbench.account.ledger.TrialAccounts;
import org.boardbench.account.result.StageResult;
import org.boardbench.core.Endpoint;
import org.boardbench.driver.DriverScene;
import org.boardbench.driver.io.SocketLoop;
import org.boardbench.driver.io.Transport;
import org.boardbench.driver.ws.Dialer;
import org.boardbench.driver.ws.ServerTrust;
import org.boardbench.plan.model.ChurnSpec;
import org.boardbench.plan.model.ReconnectSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.WorkloadSpec;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.reference.ServerFrames;
import org.boardbench.scenario.BoardShare;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.schedule.MessageSource;
import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;

/**
 * A group of users whose clock and whose server a test scripts: nothing happens but by a call. All
 * are on one board and send every 100 ms. Times are milliseconds.
 */
final class ScriptedGroup {
  static final long MS = 1_000_000;
  private static final Pattern KEY = Pattern.compile("Sec-WebSocket-Key: (\\S+)");

  /** Every connection that the users began, in order. */
  final List<ScriptedTransport> transports = new ArrayList<>();

  final UserGroup group;
  private final TrialAccounts accounts;
  private final int users;
  private long nowNs;
  private StageTimeline timeline;

  /** Users come and go of themselves as it says; null: nobody does. */
  ChurnSpec churn;

  /** What each message is a batch of: its first point was drawn so long before it is due. */
  long batchMs;

  ScriptedGroup(int users, ReconnectSpec reconnect) {
    this.users = users;
    WorkloadSpec workload = new WorkloadSpec(1, 10, 300);
    accounts =
        new TrialAccounts(workload, BoardShare.whole(workload.boards(), users), 1, () -> nowNs);
    Endpoint endpoint = new Endpoint(URI.create("ws://127.0.0.1:9/ws"), Map.of());
    UserGroup.Setting setting =
        new UserGroup.Setting(
            (name, clock, agenda) -> new ScriptedLoop(),
            new Dialer(endpoint, ServerTrust.asTheJvm(), () -> nowNs),
            DriverScene.RAW,
            new StrokePayload(300),
            () -> nowNs,
            new ReconnectPolicy(reconnect, 42),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10));
    group =
        new UserGroup(
            "scripted",
            setting,
            accounts.loop(0),
            IntStream.range(0, users).mapToObj(user -> new UserIdentity(user, 0)));
  }

  /** Opens a stage with a hold of a second; users connect now, all send within 100 ms. */
  void open(int number) {
    StageSpec steady = new StageSpec(users, Duration.ZERO, Duration.ofSeconds(1));
    StageSpec spec = churn == null ? steady : steady.with(churn);
    accounts.openStage(number, spec, nowNs);
    long startNs = nowNs;
    Schedule schedule =
        user ->
            new ScheduleCursor(
                new Every100Ms(startNs + 100 * MS * user / users + 100 * MS, batchMs * MS));
    timeline = new StageTimeline(number, spec, schedule, startNs);
    group.newcomers().set(0);
    group.users().forEach(user -> user.enter(timeline, startNs));
  }

  private record Every100Ms(long firstNs, long batchNs) implements MessageSource {
    @Override
    public long intendedNs(long n) {
      return firstNs + n * 100 * MS;
    }

    @Override
    public MessageClass messageClass(long n) {
      return MessageClass.STROKE;
    }

    @Override
    public int bytes(long n) {
      return 300;
    }

    @Override
    public long sinceFirstPointNs(long n) {
      return batchNs;
    }

    @Override
    public boolean hasRandomAccess() {
      return true;
    }
  }

  /** The hold begins now. */
  void hold() {
    accounts.hold(nowNs, nowNs + 1_000 * MS);
    timeline.hold(nowNs);
    if (churn != null) {
      group
          .users()
          .forEach(user -> user.comeAndGo(StayTimes.of(churn, 42, 1, user.number()), timeline));
    }
  }

  /** Sets the clock and has the loop look once at what is due. */
  void at(long ms) {
    nowNs = ms * MS;
    group.runDue();
  }

  StageResult close() {
    group.endSends();
    group.leaveStage();
    StageTally tally = group.takeTally();
    return accounts.closeStage(
        tally.observations(timeline.planned(), timeline.endNs() + 1_000 * MS, 0));
  }

  ScriptedTransport lastTransport() {
    return transports.getLast();
  }

  private final class ScriptedLoop implements SocketLoop {
    @Override
    public void execute(Runnable task) {
      task.run();
    }

    @Override
    public Transport connect(
        Optional<InetAddress> from, InetSocketAddress to, Transport.Listener listener) {
      ScriptedTransport transport = new ScriptedTransport(listener);
      transports.add(transport);
      return transport;
    }

    @Override
    public void compareClocks() {}

    @Override
    public Throwable failure() {
      return null;
    }

    @Override
    public void close() {}
  }

  /** One connection, seen from the server. */
  final class ScriptedTransport implements Transport {
    private final Listener listener;
    private byte[] written = {};
    private boolean broken;
    private boolean full;
    private int writes;

    ScriptedTransport(Listener listener) {
      this.listener = listener;
    }

    @Override
    public boolean write(ByteBuffer bytes) throws IOException {
      if (broken) {
        throw new IOException("Broken pipe");
      }
      if (full) {
        return false;
      }
      written = new byte[bytes.remaining()];
      bytes.get(written);
      writes++;
      return true;
    }

    @Override
    public void close() {}

    /** Takes the connection, shakes hands, and confirms the join. */
    void join() {
      listener.connected();
      Matcher key = KEY.matcher(new String(written, StandardCharsets.US_ASCII));
      if (!key.find()) {
        throw new AssertionError("no opening handshake");
      }
      receive(ServerFrames.accept(key.group(1)));
      receive(ServerFrames.text(text().replace("\"join\"", "\"joined\"")));
      writes = 0;
    }

    /** Messages that it got since it joined. */
    int messages() {
      return writes;
    }

    /** The server has dropped it, and the user hears of it. */
    void drop() {
      listener.ended(END_OF_STREAM);
    }

    /** The server reads nothing more, and the kernel takes no byte. */
    void fill() {
      full = true;
    }

    /** The server reads again. */
    void makeRoom() {
      full = false;
      listener.writable();
    }

    void refuse() {
      listener.ended("connect refused");
    }

    /** The server has dropped it, and the user finds out by its next send. */
    void dropSilently() {
      broken = true;
    }

    /** The server publishes the last message that it got. */
    void publishTo(List<ScriptedTransport> members) {
      String message = text();
      members.forEach(member -> member.receive(ServerFrames.text(message)));
    }

    private void receive(byte[] bytes) {
      listener.received(ByteBuffer.wrap(bytes), nowNs, nowNs);
    }

    /** The text of the last frame, which has at most 64 KiB. */
    private String text() {
      int length = written[1] & 0x7f;
      int mask = 2;
      if (length == 126) {
        length = (written[2] & 0xff) << 8 | (written[3] & 0xff);
        mask = 4;
      }
      byte[] text = new byte[length];
      for (int i = 0; i < length; i++) {
        text[i] = (byte) (written[mask + 4 + i] ^ written[mask + i % 4]);
      }
      return new String(text, StandardCharsets.UTF_8);
    }
  }
}
