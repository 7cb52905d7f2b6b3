package org.boardbench.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.SocketLoop;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.ws.Connection;
import org.boardbench.driver.ws.Dialer;
import org.boardbench.driver.ws.ServerTrust;
import org.boardbench.junit.Patience;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;
import org.boardbench.protocol.UserSession.Meaning;

/** Users of a board on the driver's own connections and sessions, who keep what they get. */
final class DriverUsers implements AutoCloseable {
  private static final StrokePayload PAYLOAD = new StrokePayload(300);
  private static final long KEEP_ALIVE_NS = 200_000_000;

  private final RunClock clock = RunClock.startingNow();
  private final SocketLoop loop;
  private final List<User> users;

  private DriverUsers(Protocol protocol, int board, int users) {
    this.users =
        IntStream.range(0, users)
            .mapToObj(user -> new User(new UserIdentity(user, board), protocol))
            .toList();
    this.loop = SocketLoops.nio().start("driver-users", clock, keepAlives());
  }

  /** Returns once they have joined. */
  static DriverUsers join(TargetUnderTest target, int board, int users)
      throws InterruptedException {
    Protocol protocol = target.protocol();
    DriverUsers joining = new DriverUsers(protocol, board, users);
    Dialer dialer = new Dialer(target.endpoint(), ServerTrust.asTheJvm(), joining.clock);
    joining.loop.execute(() -> joining.users.forEach(user -> user.connect(dialer, protocol)));
    joining.await("users of the driver join", user -> user.hasJoined);
    return joining;
  }

  private SocketLoop.Agenda keepAlives() {
    return new SocketLoop.Agenda() {
      @Override
      public long runDue() {
        users.forEach(User::keepAlive);
        return clock.nowNs() + KEEP_ALIVE_NS;
      }

      @Override
      public void iterated(long startNs, long endNs) {}

      @Override
      public void kernelClockMoved(long byNs, long sinceNs, long nowNs) {}
    };
  }

  List<User> all() {
    return users;
  }

  /** Waits for each; fails when one has met what must not be. */
  void await(String what, Predicate<User> condition) throws InterruptedException {
    Patience.await(
        what, () -> users.stream().allMatch(user -> condition.test(user) || user.fault != null));
    for (User user : users) {
      if (user.fault != null) {
        throw new AssertionError("%s: %s %s".formatted(what, user.identity.userId(), user.fault));
      }
    }
  }

  @Override
  public void close() {
    loop.execute(() -> users.forEach(User::leave));
    try {
      Patience.await(
          "users of the driver leave", () -> users.stream().allMatch(user -> user.hasEnded));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    loop.close();
  }

  /** One of them; its conversation belongs to the loop. */
  final class User implements Connection.Listener {
    private final UserIdentity identity;
    private final UserSession session;
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private Connection connection;
    private boolean isLeaving;
    private volatile boolean hasJoined;
    private volatile boolean hasEnded;
    private volatile String fault;

    private User(UserIdentity identity, Protocol protocol) {
      this.identity = identity;
      this.session = protocol.session(identity, PAYLOAD.body(identity));
    }

    private void connect(Dialer dialer, Protocol protocol) {
      connection = dialer.dial(loop, this, protocol.handshake(identity));
    }

    /** The stamp of this user's message. */
    String stamp(int number) {
      return identity.user() + "." + number + ".w.0.0";
    }

    void publish(int number) {
      loop.execute(() -> session.publish(stamp(number), PAYLOAD.bytes(), connection));
    }

    /** What it has got since it joined and took for no answer to anything of its own. */
    List<String> messages() {
      return List.copyOf(messages);
    }

    private void keepAlive() {
      if (connection != null && connection.isOpen()) {
        session.keepAlive(
            clock.nowNs(), connection.lastReceivedNs(), connection.lastSentNs(), connection);
      }
    }

    private void leave() {
      isLeaving = true;
      if (connection == null) {
        hasEnded = true;
        return;
      }
      session.closing(connection);
      connection.close();
    }

    @Override
    public void opened() {
      session.opened(connection);
    }

    @Override
    public void frame(FrameKind kind, byte[] bytes, int offset, int length, long receivedNs) {
      session.messages(bytes, offset, length, (of, from, size) -> message(kind, of, from, size));
    }

    /** As the driver does it: what has a stamp of its own it knows, the rest the session judges. */
    private void message(FrameKind kind, byte[] bytes, int offset, int length) {
      String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
      if (text.contains(".w.0.0\"")) {
        messages.add(text);
        return;
      }
      Meaning meaning = session.received(kind, bytes, offset, length, connection);
      switch (meaning) {
        case JOINED -> hasJoined = true;
        case HOUSEKEEPING -> messages.add(text);
        case ERROR -> fault = "got the error " + session.lastError();
        case UNKNOWN -> fault = "got what its protocol does not know: " + text;
      }
    }

    @Override
    public void ended(String reason) {
      if (!isLeaving) {
        fault = "lost its connection: " + reason;
      }
      hasEnded = true;
    }

    @Override
    public void flushed() {}

    @Override
    public void read(long bytes, int frames, boolean ownStamp, long receivedNs, long readNs) {}

    @Override
    public void wrote(long bytes, long sentNs) {}
  }
}
