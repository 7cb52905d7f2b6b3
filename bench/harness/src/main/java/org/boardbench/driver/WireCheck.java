package org.boardbench.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.boardbench.driver.socket.SocketLoop;
import org.boardbench.driver.socket.SocketLoops;
import org.boardbench.measure.RunClock;
import org.boardbench.plan.ExperimentPlan;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.target.Endpoint;

/**
 * The wire contract in under a second, before anything is measured: two users on one board and one
 * on another join; a stroke comes back unchanged to the first two, and to nobody else.
 */
public final class WireCheck {
  private static final long POLL_MS = 2;
  private static final long GOOD_BYE_MS = 300;

  /** What comes twice or astray comes right after what was to come. */
  private static final long SETTLE_MS = 50;

  private static final long KEEP_ALIVE_NS = 50_000_000;

  private final RunClock clock;
  private final long deadlineNs;
  private final Duration deadline;
  private final List<WireCheckUser> users;
  private final List<WireCheckStroke> strokes = new ArrayList<>();

  private WireCheck(RunClock clock, Duration deadline, List<WireCheckUser> users) {
    this.clock = clock;
    this.deadline = deadline;
    this.deadlineNs = clock.nowNs() + deadline.toNanos();
    this.users = users;
  }

  /**
   * Returns when the server keeps the contract.
   *
   * @throws WireViolation when the server does not keep the contract, with what it did instead
   */
  public static void verify(
      ExperimentPlan plan, Endpoint endpoint, Protocol protocol, Duration deadline)
      throws WireViolation, InterruptedException {
    verify(plan, endpoint, protocol, LoadDriver.defaultTls(), deadline);
  }

  /** As above, with {@code tls} to say which {@code wss://} servers are trusted. */
  static void verify(
      ExperimentPlan plan, Endpoint endpoint, Protocol protocol, SSLContext tls, Duration deadline)
      throws WireViolation, InterruptedException {
    RunClock clock = RunClock.startingNow();
    StrokePayload payload = new StrokePayload(plan.workload().payloadBytes());
    List<WireCheckUser> users =
        Stream.of(new UserIdentity(0, 0), new UserIdentity(1, 0), new UserIdentity(2, 1))
            .map(identity -> new WireCheckUser(identity, protocol, payload, clock))
            .toList();
    Dialer dialer = new Dialer(endpoint, protocol.subprotocol(), tls, clock);
    WireCheck check = new WireCheck(clock, deadline, users);
    try (SocketLoop loop = SocketLoops.nio().start("wire-check", clock, check.keepAlives())) {
      loop.execute(() -> users.forEach(user -> user.connect(dialer, loop)));
      check.run(loop);
    }
  }

  private SocketLoop.Agenda keepAlives() {
    return new SocketLoop.Agenda() {
      @Override
      public long runDue() {
        users.forEach(WireCheckUser::keepAlive);
        return clock.nowNs() + KEEP_ALIVE_NS;
      }

      @Override
      public void turned(long startNs, long endNs) {}

      @Override
      public void kernelClockMoved(long byNs, long sinceNs, long nowNs) {}
    };
  }

  private void run(SocketLoop loop) throws WireViolation, InterruptedException {
    await(loop, WireCheckUser::hasJoined, user -> true, "did not join");
    // The later ones also push out whatever the first one sent astray.
    for (int sender : new int[] {0, 2, 1}) {
      publish(loop, users.get(sender));
    }
    Thread.sleep(SETTLE_MS);
    for (WireCheckUser user : users) {
      checkFault(user);
      checkStrokes(user);
    }
    loop.execute(() -> users.forEach(WireCheckUser::leave));
    for (long waited = 0; waited < GOOD_BYE_MS && !allEnded(); waited += POLL_MS) {
      Thread.sleep(POLL_MS);
    }
  }

  private boolean allEnded() {
    return users.stream().allMatch(WireCheckUser::hasEnded);
  }

  private void publish(SocketLoop loop, WireCheckUser sender)
      throws WireViolation, InterruptedException {
    WireCheckStroke stroke = new WireCheckStroke(sender.identity(), strokes.size());
    strokes.add(stroke);
    loop.execute(() -> sender.publish(stroke));
    await(
        loop,
        user -> user.strokes().stream().anyMatch(stroke::isIn),
        user -> isMember(user, stroke),
        "did not get the stroke that " + name(sender) + " published");
  }

  private static boolean isMember(WireCheckUser user, WireCheckStroke stroke) {
    return user.identity().board() == stroke.sender().board();
  }

  private void await(
      SocketLoop loop,
      Predicate<WireCheckUser> reached,
      Predicate<WireCheckUser> concerned,
      String otherwise)
      throws WireViolation, InterruptedException {
    for (WireCheckUser user : users.stream().filter(concerned).toList()) {
      while (!reached.test(user)) {
        checkFault(user);
        if (loop.failure() != null) {
          throw new IllegalStateException("the check itself has failed", loop.failure());
        }
        if (clock.nowNs() > deadlineNs) {
          throw new WireViolation(
              "%s %s within %d ms; it got %s"
                  .formatted(name(user), otherwise, deadline.toMillis(), user.lastFrame()));
        }
        Thread.sleep(POLL_MS);
      }
    }
  }

  private static void checkFault(WireCheckUser user) throws WireViolation {
    if (user.fault() != null) {
      throw new WireViolation(name(user) + " " + user.fault());
    }
  }

  private void checkStrokes(WireCheckUser receiver) throws WireViolation {
    for (WireCheckStroke stroke : strokes) {
      List<String> frames = receiver.strokes().stream().filter(stroke::isIn).toList();
      String what = "the stroke that u" + stroke.sender().user() + " published";
      if (!isMember(receiver, stroke)) {
        if (!frames.isEmpty()) {
          throw new WireViolation(
              name(receiver) + " got " + what + " on board " + stroke.sender().boardId());
        }
      } else if (frames.size() > 1) {
        throw new WireViolation(name(receiver) + " got " + what + " " + frames.size() + " times");
      } else {
        checkUnchanged(receiver, what, users.get(stroke.sender().user()).core(stroke), frames);
      }
    }
  }

  private static void checkUnchanged(
      WireCheckUser receiver, String what, String core, List<String> frames) throws WireViolation {
    String frame = frames.getFirst();
    boolean wrapped = core.startsWith("\n");
    if (wrapped ? !frame.contains(core) : !frame.equals(core)) {
      throw new WireViolation(
          name(receiver)
              + " got "
              + what
              + " changed: "
              + WireCheckUser.quoted(frame)
              + " instead of "
              + WireCheckUser.quoted(core));
    }
  }

  private static String name(WireCheckUser user) {
    return user.identity().userId() + " on board " + user.identity().boardId();
  }

  /** The server does not keep the wire contract. */
  public static final class WireViolation extends Exception {
    private static final long serialVersionUID = 1L;

    public WireViolation(String message) {
      super(message);
    }
  }
}
