package org.boardbench.account.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.boardbench.account.record.HistogramFile;
import org.boardbench.account.record.HoldWindow;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.PhaseTally;
import org.boardbench.account.record.SecondGrid;
import org.boardbench.account.record.Tally;
import org.boardbench.account.record.Tally.Figure;
import org.boardbench.account.result.BoardBooks;
import org.boardbench.account.result.StageResult;
import org.boardbench.core.RunClock;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.WorkloadSpec;
import org.boardbench.protocol.StampForm;
import org.boardbench.scenario.BoardShare;

/**
 * The account of one trial on the boards of one driver: every message, every expected receiver,
 * every delivery. Shared by the driver's loops, which each write through their own {@link
 * LoopAccounts}; opened and closed stage by stage from the thread that runs the stage, which calls
 * everything here.
 */
public final class TrialAccounts {
  /** More are made room for as they come: a day's messages would not fit in the heap at once. */
  private static final int MOST_PREPARED_BYTES = 64 << 20;

  /** A stage of a few minutes, which keeps less of its seconds, is not worth a collection. */
  private static final int LEAST_ROOM_BYTES = 1 << 20;

  /** Whatever that takes. */
  private static final int LEAST_PREPARED_MESSAGES = 128;

  private static final Phase.Kind[] KINDS = Phase.Kind.values();

  private final RunClock clock;
  private final WorkloadSpec workload;
  private final TrialState trial;
  private final List<LoopAccounts> loops;

  private MessageLedger nextLedger;

  /** The stage that the next ledger has room for; null while none. */
  private StageSpec roomFor;

  private SecondGrid measuredSeconds;
  private OpenStage stage;
  private List<StageShare> shares = List.of();
  private int membersAtHold;

  /** Of the stage that was closed last. */
  private Optional<BoardBooks> books = Optional.empty();

  /**
   * @param share the boards that it is about, with the users of the largest stage, the warm-up
   *     included
   * @param loops number of driver loops
   */
  public TrialAccounts(WorkloadSpec workload, BoardShare share, int loops, RunClock clock) {
    this(
        workload,
        workload.scenario().smallestBytes(),
        workload.scenario().messageClasses(),
        StampForm.JSON_VALUE,
        share,
        loops,
        clock);
  }

  /**
   * For stages with scenarios of their own.
   *
   * @param smallestBytes size of the smallest message of any stage
   * @param messageClasses numbers of classes in any stage are below
   * @param form of the messages' stamps
   */
  public TrialAccounts(
      WorkloadSpec workload,
      int smallestBytes,
      int messageClasses,
      StampForm form,
      BoardShare share,
      int loops,
      RunClock clock) {
    this(workload, smallestBytes, messageClasses, form, share, 1, loops, clock);
  }

  /**
   * For a server with replicas to which users connect themselves.
   *
   * @param replicas how many; 1 also where something else shares users out among them
   */
  public TrialAccounts(
      WorkloadSpec workload,
      int smallestBytes,
      int messageClasses,
      StampForm form,
      BoardShare share,
      int replicas,
      int loops,
      RunClock clock) {
    this.clock = clock;
    this.workload = workload;
    this.trial = TrialState.of(share, replicas, messageClasses);
    this.loops =
        Stream.generate(() -> new LoopAccounts(trial, smallestBytes, form, clock))
            .limit(loops)
            .toList();
    this.nextLedger = MessageLedger.first(share.boards().users());
  }

  /** The part that loop {@code index} writes to, used by its thread only. */
  public LoopAccounts loop(int index) {
    return loops.get(index);
  }

  /** Does before a stage is opened what takes time then. */
  public void makeRoom(StageSpec spec) {
    if (spec.users() > trial.boards().users()) {
      throw new IllegalArgumentException(
          "at most " + trial.boards().users() + " users, not " + spec.users());
    }
    trial.windows().coverUsers(spec.users());
    double messages = messages(spec, spec.weighedScenario(workload).ratePerUser());
    nextLedger.makeRoom(trial.share().users(spec.users()), (int) prepared(spec.users(), messages));
    double kept = HeapEstimate.keptSeconds(spec);
    if (kept >= LEAST_ROOM_BYTES) {
      HeapRoom.make(kept + HeapEstimate.lastSeconds(spec, messages, loops.size()));
    }
    roomFor = spec;
  }

  /**
   * Begins a stage. Earlier stages are closed: what still arrives of them is late.
   *
   * @param startNs when its ramp begins (run clock), the same for all drivers; what happens before
   *     that counts to its first second
   */
  public void openStage(int number, StageSpec spec, long startNs) {
    if (stage != null) {
      throw new IllegalStateException("stage " + stage.number() + " is still open");
    }
    if (!spec.equals(roomFor)) {
      makeRoom(spec);
    }
    trial.roster().plan(spec.users());
    stage =
        new OpenStage(
            number,
            spec,
            seconds(number, startNs),
            startNs,
            joined(),
            new HoldWindow(),
            nextLedger,
            new HistogramFile());
    shares = Stream.generate(() -> new StageShare(stage, trial)).limit(loops.size()).toList();
    for (int loop = 0; loop < shares.size(); loop++) {
      loops.get(loop).gate().switchTo(shares.get(loop));
    }
  }

  /** For how many of the {@code messages} of a user there is room from the start. */
  static double prepared(int users, double messages) {
    double most = MOST_PREPARED_BYTES / ((double) users * SenderMessages.MESSAGE_BYTES);
    return Math.min(messages, Math.max(LEAST_PREPARED_MESSAGES, most));
  }

  /** How many messages a stage has of a user with this rate, the ramp's included. */
  static double messages(StageSpec spec, double ratePerUser) {
    double seconds = spec.ramp().plus(spec.hold()).toMillis() / 1e3;
    return Math.ceil(seconds * ratePerUser) + 1;
  }

  /**
   * Makes ready what the loops need of the next second, and puts aside what they need no more. To
   * be called a few times a second while a stage is open, so that the loops allocate as little as
   * can be.
   */
  public void prepare() {
    putAside();
    shares.forEach(share -> share.seconds().prepare());
  }

  private void putAside() {
    shares.forEach(share -> share.seconds().putAside(stage.aside()));
  }

  /**
   * Fixes the hold's bounds (run clock); figures of the hold's window are cut there. Call before
   * the hold starts: what happened before this call is not in it.
   */
  public void hold(long startNs, long endNs) {
    membersAtHold = joined();
    openStage().hold().set(startNs, endNs);
  }

  /** A view of the open stage for other threads. */
  public StageWatch watch() {
    return new StageWatch(openStage(), shares);
  }

  /** Users joined now; may be asked from any thread. */
  public int joined() {
    return trial.roster().members();
  }

  /** Deliveries expected of the open stage's messages that have not arrived so far. */
  public long outstanding() {
    // Deliveries first: one that overtakes the account of its message must not hide another.
    long delivered = sumOfPhases(PhaseTally.Figure.DELIVERED);
    long expected = sumOfPhases(PhaseTally.Figure.EXPECTED);
    return Math.max(0, expected - delivered);
  }

  /** Deliveries so far, of all phases, for a rate on the progress line. */
  public long received() {
    return sum(loops.stream().map(LoopAccounts::tally), Figure.RECEIVED);
  }

  /** Bytes that came from the server so far; may be asked from any thread. */
  public long rxBytes() {
    return sum(loops.stream().map(LoopAccounts::tally), Figure.RX_BYTES);
  }

  /** Bytes that went to the server so far; may be asked from any thread. */
  public long txBytes() {
    return sum(loops.stream().map(LoopAccounts::tally), Figure.TX_BYTES);
  }

  /** Deliveries so far of messages whose stage was closed when they came; in no stage's figures. */
  public long late() {
    return sum(loops.stream().map(LoopAccounts::tally), Figure.LATE);
  }

  /**
   * Deliveries so far at members who joined after the message was sent: a server may replay them,
   * but they are neither expected nor wrong.
   */
  public long unexpected() {
    return sum(loops.stream().map(LoopAccounts::tally), Figure.UNEXPECTED);
  }

  /**
   * A board of the first {@code users} that looks as if workers without a broker shared it. To be
   * asked when no stage is open.
   */
  public Optional<SplitBoard> splitBoard(int users) {
    return SplitBoard.find(trial.share(), trial.windows(), users);
  }

  /** Whether other drivers have users of the same boards. */
  public boolean areBoardsShared() {
    return trial.boards().areShared();
  }

  /**
   * What the others have to know of the stage that was closed last, where boards are shared: its
   * result has only what users of this driver got of each other.
   */
  public Optional<BoardBooks> books() {
    return books;
  }

  /** Ends the stage: what has not arrived is lost. What the loops get from now on is late. */
  public StageResult closeStage(StageObservations observed) {
    OpenStage closed = openStage();
    loops.forEach(loop -> loop.gate().switchTo(null));
    long endNs = clock.nowNs();
    if (!closed.hold().isSet()) {
      hold(endNs, endNs);
    }
    putAside();
    StageResult result =
        new StageAssembler(closed, trial, shares, endNs).assemble(membersAtHold, observed);
    books =
        areBoardsShared()
            ? Optional.of(new SharedBoards(closed, trial, shares, endNs).books())
            : Optional.empty();
    nextLedger = closed.ledger().next();
    roomFor = null;
    stage = null;
    shares = List.of();
    return result;
  }

  private OpenStage openStage() {
    if (stage == null) {
      throw new IllegalStateException("no stage is open");
    }
    return stage;
  }

  /** A warm-up counts seconds of its own, the measured stages go on counting. */
  private SecondGrid seconds(int number, long startNs) {
    if (number == 0) {
      return new SecondGrid(startNs);
    }
    if (measuredSeconds == null) {
      measuredSeconds = new SecondGrid(startNs);
    }
    return measuredSeconds;
  }

  private long sumOfPhases(PhaseTally.Figure figure) {
    long sum = 0;
    for (StageShare share : shares) {
      for (Phase.Kind kind : KINDS) {
        sum += share.phase(kind).of(figure);
      }
    }
    return sum;
  }

  private static long sum(Stream<Tally> tallies, Figure figure) {
    return tallies.mapToLong(tally -> tally.of(figure)).sum();
  }
}
