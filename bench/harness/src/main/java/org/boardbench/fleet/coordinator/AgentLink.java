package org.boardbench.fleet.coordinator;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.boardbench.account.record.Phase;
import org.boardbench.core.RunClock;
import org.boardbench.core.ServerText;
import org.boardbench.core.ThisProgram;
import org.boardbench.fleet.FleetException;
import org.boardbench.fleet.clock.ClockMapping;
import org.boardbench.fleet.clock.ClockOffset;
import org.boardbench.fleet.wire.Bytes;
import org.boardbench.fleet.wire.FleetSecret;
import org.boardbench.fleet.wire.Messages;
import org.boardbench.fleet.wire.ProgramFingerprint;
import org.boardbench.fleet.wire.Seal;
import org.boardbench.fleet.wire.ToAgent;
import org.boardbench.fleet.wire.ToCoordinator;
import org.boardbench.fleet.wire.Wire;
import org.boardbench.fleet.wire.WireException;

/**
 * One agent as its coordinator sees it. Messages come from a thread of the network's; the run's
 * thread asks what has come, and waits for it no longer than it says. An agent that is lost stays
 * lost: another link is made to ask it again. Thread-safe.
 */
final class AgentLink implements Wire.Receiver, AutoCloseable {
  private static final Duration WELCOME = Duration.ofSeconds(10);
  private static final Duration FIRST_PROBES = Duration.ofSeconds(10);
  private static final int FEWEST_PROBES = 32;
  private static final long POLL_MS = 10;
  private static final long ASKED_POLL_MS = 2;

  private final AgentAddress address;
  private final FleetSecret secret;
  private final Seal greetingsIn;
  private final Bytes greeting = Seal.greeting();
  private Link link;

  // Both are null until the agent has greeted.
  private Seal in;
  private Seal out;

  private Optional<ToCoordinator.Welcome> welcome = Optional.empty();
  private Optional<String> lost = Optional.empty();
  private Optional<String> loop = Optional.empty();
  private boolean isDone;
  private final Set<Phase> ready = new HashSet<>();
  private Optional<ToCoordinator.Stats> stats = Optional.empty();
  private long heardNs = System.nanoTime();
  private Optional<ToCoordinator.Result> result = Optional.empty();
  private Optional<Integer> cut = Optional.empty();
  private final TargetNews target = new TargetNews();

  private AgentLink(AgentAddress address, FleetSecret secret) {
    this.address = address;
    this.secret = secret;
    this.greetingsIn = Seal.ofGreetings(secret, Seal.Speaker.AGENT);
  }

  /**
   * Asks an agent to take part, and compares the clocks until their offset is known.
   *
   * @throws FleetException when it does not
   */
  static AgentLink join(AgentAddress address, FleetSecret secret, LinkFactory links, RunClock clock)
      throws InterruptedException {
    AgentLink joined = new AgentLink(address, secret);
    boolean isJoined = false;
    try {
      joined.link = links.open(address, joined, clock);
      joined.greet();
      isJoined = true;
      return joined;
    } catch (IOException e) {
      throw new FleetException(address + " " + e.getMessage());
    } finally {
      if (!isJoined) {
        joined.close();
      }
    }
  }

  private void greet() throws InterruptedException {
    Seal greetings = Seal.ofGreetings(secret, Seal.Speaker.COORDINATOR);
    ToAgent hello =
        new ToAgent.Hello(greeting, ThisProgram.version(), ProgramFingerprint.ofThisProgram());
    link.wire().send(greetings.close(Messages.bytes(hello)));
    requireIn(WELCOME, "does not greet: it is of another version", () -> welcome.isPresent());
    requireIn(
        FIRST_PROBES,
        "answers no UDP at port %d, by which clocks are compared".formatted(address.port()),
        () -> link.offset().probes() >= FEWEST_PROBES);
  }

  private void requireIn(Duration patience, String otherwise, Supplier<Boolean> reached)
      throws InterruptedException {
    long deadlineNs = System.nanoTime() + patience.toNanos();
    while (!reached.get()) {
      if (lost().isPresent()) {
        throw new FleetException(address + " " + lost().get());
      }
      if (System.nanoTime() - deadlineNs > 0) {
        throw new FleetException(address + " " + otherwise);
      }
      Thread.sleep(POLL_MS);
    }
  }

  @Override
  public synchronized void received(byte[] message) {
    try {
      if (in == null) {
        greeted(Messages.toCoordinator(greetingsIn.open(message)));
      } else {
        take(Messages.toCoordinator(in.open(message)));
      }
    } catch (WireException e) {
      lost("sent " + e.getMessage());
    }
  }

  private void greeted(ToCoordinator message) {
    switch (message) {
      case ToCoordinator.Welcome theirs -> {
        in = Seal.of(secret, Seal.Speaker.AGENT, greeting, theirs.greeting());
        out = Seal.of(secret, Seal.Speaker.COORDINATOR, greeting, theirs.greeting());
        if (theirs.version().equals(ThisProgram.version())
            && theirs.program().equals(ProgramFingerprint.ofThisProgram())
            && theirs.cores() > 0
            && theirs.capacity().orElse(1) > 0) {
          welcome = Optional.of(theirs);
        } else {
          lost(
              ServerText.line(
                  "is another program: version " + theirs.version() + ", " + theirs.program()));
        }
      }
      case ToCoordinator.Refused refused -> lost(ServerText.line(refused.reason()));
      default -> throw new WireException("a message before the first word");
    }
  }

  private void take(ToCoordinator message) {
    heardNs = System.nanoTime();
    switch (message) {
      case ToCoordinator.Welcome _ -> throw new WireException("a second first word");
      case ToCoordinator.Refused refused -> lost(ServerText.line(refused.reason()));
      case ToCoordinator.Failed failed -> lost(ServerText.line(failed.reason()));
      case ToCoordinator.Done _ -> isDone = true;
      case ToCoordinator.Opened of -> {
        loop = Optional.of(ServerText.line(of.loop()));
        isDone = true;
      }
      case ToCoordinator.Ready of -> ready.add(of.phase());
      case ToCoordinator.Stats newest -> stats = Optional.of(newest);
      case ToCoordinator.Result of -> result = Optional.of(of);
      case ToCoordinator.CutDone done -> cut = Optional.of(done.connections());
      case ToCoordinator.OfTarget of -> target.take(of);
    }
  }

  @Override
  public synchronized void lost(String why) {
    if (lost.isEmpty()) {
      lost = Optional.of(why);
    }
  }

  AgentAddress address() {
    return address;
  }

  ToCoordinator.Welcome welcome() {
    return welcome.orElseThrow();
  }

  /** By which socket loops it drives; before the first trial those that suit its machine best. */
  synchronized String loop() {
    return loop.orElse(welcome().loop());
  }

  /** Why it takes part no more; empty while it does. */
  synchronized Optional<String> lost() {
    return lost;
  }

  /** Tells it something; what it answered to anything of that kind before is forgotten. */
  synchronized void tell(ToAgent message) {
    if (message instanceof ToAgent.OfTarget question) {
      target.asked(question);
    } else {
      isDone = false;
    }
    if (message instanceof ToAgent.Stage) {
      ready.clear();
      result = Optional.empty();
      stats = stats.map(ToCoordinator.Stats::withoutStage);
      heardNs = System.nanoTime();
    }
    if (message instanceof ToAgent.Cut) {
      cut = Optional.empty();
    }
    if (lost.isEmpty()) {
      link.wire().send(out.close(Messages.bytes(message)));
    }
  }

  /** Gives it its part of a trial. */
  void share(String plan, ToAgent.Server server, ToAgent.Share share, long nowNs) {
    tell(new ToAgent.Open(plan, server, share, mapping(nowNs)));
  }

  /** Whether its users are ready. */
  synchronized boolean isReady(Phase phase) {
    return ready.contains(phase);
  }

  /**
   * Has it begin.
   *
   * @param startNs of the run's clock
   */
  void startAt(Phase phase, long startNs) {
    tell(new ToAgent.Start(phase, startNs, mapping(startNs)));
  }

  private ClockMapping mapping(long timeNs) {
    return link.offset().mapping(timeNs).orElseThrow();
  }

  /** Whether it has done what it was told last. */
  synchronized boolean isDone() {
    return isDone;
  }

  /** What it told last of the stage under way. */
  synchronized Optional<ToCoordinator.Stats> stats() {
    return stats;
  }

  /** It is lost if it has told nothing for so long, as one does that hangs or has no time left. */
  synchronized void requireHeard(Duration lately) {
    if (System.nanoTime() - heardNs > lately.toNanos()) {
      lost("has told nothing of the stage for %d s".formatted(lately.toSeconds()));
    }
  }

  /** Of the stage that it was told last; empty as long as that runs. */
  synchronized Optional<ToCoordinator.Result> result() {
    return result;
  }

  /** How many connections it has cut; empty as long as it does. */
  synchronized Optional<Integer> cut() {
    return cut;
  }

  ClockOffset offset() {
    return link.offset();
  }

  /** What it has told of the target on its machine. */
  TargetNews target() {
    return target;
  }

  /**
   * Has it do something with that target.
   *
   * @throws FleetException when it is lost, as it is when it takes longer than {@code patience}
   */
  ToCoordinator.OfTarget ask(ToAgent.OfTarget question, Duration patience)
      throws InterruptedException {
    tell(question);
    long deadlineNs = System.nanoTime() + patience.toNanos();
    Optional<ToCoordinator.OfTarget> answer = target.answer();
    while (answer.isEmpty()) {
      if (System.nanoTime() - deadlineNs > 0) {
        lost(
            "has not done within %d s what was asked of its target"
                .formatted(patience.toSeconds()));
      }
      if (lost().isPresent()) {
        throw new FleetException("agent %s was lost: %s".formatted(address, lost().get()));
      }
      Thread.sleep(ASKED_POLL_MS);
      answer = target.answer();
    }
    return answer.get();
  }

  /** Has it sample the target, by the run's clock. */
  ToCoordinator.OfTarget watchTarget(long nowNs, Duration patience) throws InterruptedException {
    return ask(new ToAgent.Watch(mapping(nowNs)), patience);
  }

  @Override
  public void close() {
    if (link != null) {
      link.close();
    }
  }

  /** What a link is made of. */
  interface Link extends AutoCloseable {
    Wire wire();

    /** How far the agent's clock is ahead of the run's; becomes better all the time. */
    ClockOffset offset();

    @Override
    void close();
  }

  /** Opens the way to an agent. */
  @FunctionalInterface
  interface LinkFactory {
    /**
     * Opens it.
     *
     * @throws IOException with a part of a line that says why there is none
     */
    Link open(AgentAddress to, Wire.Receiver receiver, RunClock clock) throws IOException;
  }
}
