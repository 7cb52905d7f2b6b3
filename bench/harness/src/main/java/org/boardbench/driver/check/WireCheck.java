package org.boardbench.driver.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.SocketLoop;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.ws.Dialer;
import org.boardbench.driver.ws.ServerTrust;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.protocol.UserIdentity;

/**
 * The wire contract in under a second, before anything is measured: {@value #BOARDMATES} users on
 * one board and {@value #OTHERS} on another, if the protocol has boards, join; a stroke comes back
 * as the same value to all of its board, and to nobody else.
 *
 * <p>A server of several workers without a broker between them gives each connection to one of
 * them. It is seen unless all users of a board are with one worker. That happens to the first board
 * once in 2<sup>15</sup> checks of two workers that take connections by chance, and now and then
 * where one takes all that come at once: {@code LoadDriver.splitServer} sees it then.
 */
public final class WireCheck {
  private static final int BOARDMATES = 16;
  private static final int OTHERS = 2;
  private static final long POLL_MS = 2;

  /** A stroke that takes longer may never come: who else reaches whom may say why. */
  private static final long PATIENCE_NS = 700_000_000;

  private static final long GOOD_BYE_MS = 300;

  /** What comes twice or astray comes right after what was to come. */
  private static final long SETTLE_MS = 50;

  private static final long KEEP_ALIVE_NS = 50_000_000;

  private final RunClock clock;
  private final Protocol protocol;
  private final long deadlineNs;
  private final Duration deadline;
  private final List<WireCheckUser> users;
  private final List<WireCheckStroke> strokes = new ArrayList<>();
  private final List<WireCheckStroke> probes = new ArrayList<>();
  private boolean reserializes;
  private boolean rewords;

  private WireCheck(
      RunClock clock, Protocol protocol, Duration deadline, List<WireCheckUser> users) {
    this.clock = clock;
    this.protocol = protocol;
    this.deadline = deadline;
    this.deadlineNs = clock.nowNs() + deadline.toNanos();
    this.users = users;
  }

  /**
   * What a server did that keeps the contract, and that people should know.
   *
   * @param reserializes whether messages came back in another spelling of the same JSON value
   * @param severalInAFrame whether messages shared a frame
   * @param rewords whether they came back as something else with their stamp in it
   */
  public record Manner(boolean reserializes, boolean severalInAFrame, boolean rewords) {
    /** Empty when it sends what it got, one message a frame. */
    public Optional<String> words() {
      List<String> words = new ArrayList<>();
      if (reserializes) {
        words.add("sends the same JSON values in another spelling");
      }
      if (severalInAFrame) {
        words.add("sends several messages in a frame");
      }
      if (rewords) {
        words.add("sends frames of its own, of which only the stamps are checked");
      }
      return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", words));
    }
  }

  /**
   * Returns when the server keeps the contract.
   *
   * @throws WireViolation when the server does not keep the contract, with what it did instead
   */
  public static Manner verify(
      ExperimentPlan plan, Endpoint endpoint, Protocol protocol, Duration deadline)
      throws WireViolation, InterruptedException {
    return verify(plan, endpoint, protocol, ServerTrust.of(plan), deadline);
  }

  /** {@code tls} and not the plan says which {@code wss://} servers are trusted. */
  public static Manner verify(
      ExperimentPlan plan, Endpoint endpoint, Protocol protocol, SSLContext tls, Duration deadline)
      throws WireViolation, InterruptedException {
    RunClock clock = RunClock.startingNow();
    StrokePayload payload = new StrokePayload(plan.workload().payloadBytes());
    List<WireCheckUser> users =
        IntStream.range(0, BOARDMATES + (protocol.hasBoards() ? OTHERS : 0))
            .mapToObj(user -> new UserIdentity(user, user < BOARDMATES ? 0 : 1))
            .map(identity -> new WireCheckUser(identity, protocol, payload, clock))
            .toList();
    Dialer dialer = new Dialer(endpoint, tls, clock).offering(plan.driver().compression());
    WireCheck check = new WireCheck(clock, protocol, deadline, users);
    try (SocketLoop loop = SocketLoops.nio().start("wire-check", clock, check.keepAlives())) {
      loop.execute(() -> users.forEach(user -> user.connect(dialer, loop)));
      return check.run(loop);
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
      public void iterated(long startNs, long endNs) {}

      @Override
      public void kernelClockMoved(long byNs, long sinceNs, long nowNs) {}
    };
  }

  private Manner run(SocketLoop loop) throws WireViolation, InterruptedException {
    for (WireCheckUser user : users) {
      if (!awaits(loop, user::hasJoined, deadlineNs)) {
        throw notJoined(user);
      }
    }
    // The later ones also push out whatever the first one sent astray.
    publish(loop, users.getFirst());
    if (users.size() > BOARDMATES) {
      publish(loop, users.get(BOARDMATES));
    }
    publish(loop, users.get(1));
    Thread.sleep(SETTLE_MS);
    for (WireCheckUser user : users) {
      checkFault(user);
      checkStrokes(user);
    }
    loop.execute(() -> users.forEach(WireCheckUser::leave));
    for (long waited = 0; waited < GOOD_BYE_MS && !allEnded(); waited += POLL_MS) {
      Thread.sleep(POLL_MS);
    }
    return new Manner(
        reserializes, users.stream().anyMatch(WireCheckUser::hasSeveralInAFrame), rewords);
  }

  private boolean allEnded() {
    return users.stream().allMatch(WireCheckUser::hasEnded);
  }

  private void publish(SocketLoop loop, WireCheckUser sender)
      throws WireViolation, InterruptedException {
    WireCheckStroke stroke = new WireCheckStroke(sender.identity(), 0);
    strokes.add(stroke);
    loop.execute(() -> sender.publish(stroke));
    List<WireCheckUser> members = users.stream().filter(user -> isMember(user, stroke)).toList();
    BooleanSupplier reached = () -> members.stream().allMatch(user -> user.has(stroke));
    long patienceEndNs = Math.min(clock.nowNs() + PATIENCE_NS, deadlineNs);
    if (!awaits(loop, reached, patienceEndNs)) {
      probe(loop, members);
      if (!awaits(loop, reached, deadlineNs)) {
        throw unreached(members, stroke);
      }
    }
  }

  /** Has every member publish, once, so that it can be told who reaches whom. */
  private void probe(SocketLoop loop, List<WireCheckUser> members) {
    probes.clear();
    for (WireCheckUser member : members) {
      WireCheckStroke probe = new WireCheckStroke(member.identity(), 1);
      probes.add(probe);
      loop.execute(() -> member.publish(probe));
    }
  }

  private WireViolation unreached(List<WireCheckUser> members, WireCheckStroke stroke) {
    Optional<String> split = SplitServer.groups(members, probes);
    if (split.isPresent()) {
      return new WireViolation(split.get());
    }
    WireCheckUser without =
        members.stream().filter(user -> !user.has(stroke)).findFirst().orElseThrow();
    return missing(
        without,
        "did not get the stroke that " + name(users.get(stroke.sender().user())) + " published");
  }

  private WireViolation notJoined(WireCheckUser user) {
    return new WireViolation(
        "%s did not join within %d ms: no %s; it got %s"
            .formatted(name(user), deadline.toMillis(), user.awaited(), user.lastFrame()));
  }

  private WireViolation missing(WireCheckUser user, String otherwise) {
    return new WireViolation(
        "%s %s within %d ms; it got %s"
            .formatted(name(user), otherwise, deadline.toMillis(), user.lastFrame()));
  }

  private static boolean isMember(WireCheckUser user, WireCheckStroke stroke) {
    return user.identity().board() == stroke.sender().board();
  }

  /** Returns false when {@code reached} is not so by {@code untilNs}. */
  private boolean awaits(SocketLoop loop, BooleanSupplier reached, long untilNs)
      throws WireViolation, InterruptedException {
    while (!reached.getAsBoolean()) {
      for (WireCheckUser user : users) {
        checkFault(user);
      }
      if (loop.failure() != null) {
        throw new IllegalStateException("the check itself has failed", loop.failure());
      }
      if (clock.nowNs() > untilNs) {
        return false;
      }
      Thread.sleep(POLL_MS);
    }
    return true;
  }

  private static void checkFault(WireCheckUser user) throws WireViolation {
    if (user.fault() != null) {
      throw new WireViolation(name(user) + " " + user.fault());
    }
  }

  private void checkStrokes(WireCheckUser receiver) throws WireViolation {
    for (WireCheckStroke stroke : strokes) {
      List<WireCheckUser.Arrival> arrivals = receiver.arrivals(stroke);
      String what = "the stroke that u" + stroke.sender().user() + " published";
      if (!isMember(receiver, stroke)) {
        if (!arrivals.isEmpty()) {
          throw new WireViolation(
              name(receiver) + " got " + what + " on board " + stroke.sender().boardId());
        }
      } else if (arrivals.size() > 1) {
        throw new WireViolation(name(receiver) + " got " + what + " " + arrivals.size() + " times");
      } else {
        checkSame(
            receiver, what, users.get(stroke.sender().user()).sent(stroke), arrivals.getFirst());
      }
    }
  }

  private void checkSame(
      WireCheckUser receiver, String what, String sent, WireCheckUser.Arrival arrival)
      throws WireViolation {
    switch (protocol.integrity(sent, arrival.bytes())) {
      case SAME_TEXT -> {}
      case SAME_VALUE -> reserializes = true;
      case SAME_STAMP -> rewords = true;
      case OTHER ->
          throw new WireViolation(
              name(receiver)
                  + " got "
                  + what
                  + " changed: "
                  + WireCheckUser.quoted(arrival.text())
                  + " instead of "
                  + WireCheckUser.quoted(sent));
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
