package org.boardbench.driver.stage;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.boardbench.account.ledger.StageWatch;
import org.boardbench.account.ledger.TrialAccounts;
import org.boardbench.account.record.Phase;
import org.boardbench.account.result.StageResult;
import org.boardbench.core.RunClock;
import org.boardbench.driver.user.StageTally;
import org.boardbench.driver.user.StageTimeline;
import org.boardbench.driver.user.StayTimes;
import org.boardbench.driver.user.UserGroup;
import org.boardbench.driver.user.UserGroups;
import org.boardbench.driver.user.VirtualUser;
import org.boardbench.plan.model.ChurnSpec;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.scenario.schedule.Schedule;

/** One stage from its ramp to its account: the order of events, each wait with its bound. */
public final class StageRun {
  /** Time for the loops to get going again before the first thing is due. */
  private static final long LEAD_NS = 10_000_000;

  /** What a server sends twice or astray may come right after the last expected delivery. */
  private static final long SETTLE_NS = 100_000_000;

  /** Between two looks for what can still arrive, which go through all pairs of users. */
  private static final long LOOK_NS = 1_000_000_000;

  /** The second one leaves time to users who drop, or come back, a moment after the others. */
  private static final int LOOKS_IN_VAIN = 2;

  /** Other drivers may still drain the last stage, or wait for the last of their users. */
  private static final long OTHERS_NS = 60_000_000_000L;

  private static final long JOIN_GRACE_NS = 2_000_000_000;
  private static final long POLL_NS = 10_000_000;
  private static final long NS_PER_MS = 1_000_000;

  private final ExperimentPlan plan;
  private final int number;
  private final StageSpec spec;
  private final StartBarrier barrier;
  private final UserGroups groups;
  private final TrialAccounts accounts;
  private final HiccupMeter hiccupMeter;

  /** Of this stage's hold alone: the meter goes on to the next one. */
  private volatile LongSupplier hiccupMaxNs = () -> 0;

  private final RunClock clock;
  private final DriverListener listener;
  private final ProgressReport progress;
  private final StageTally tally = new StageTally();
  private StageTimeline timeline;

  public StageRun(
      ExperimentPlan plan,
      int number,
      StageSpec spec,
      StartBarrier barrier,
      UserGroups groups,
      TrialAccounts accounts,
      HiccupMeter hiccupMeter,
      RunClock clock,
      DriverListener listener) {
    this.plan = plan;
    this.number = number;
    this.spec = spec;
    this.barrier = barrier;
    this.groups = groups;
    this.accounts = accounts;
    this.hiccupMeter = hiccupMeter;
    this.clock = clock;
    this.listener = listener;
    this.progress = new ProgressReport(number, accounts, clock, listener);
  }

  public StageResult run() throws InterruptedException {
    groups.onLoops(group -> group.leaveFrom(spec.users()));
    awaitOthers(phase(Phase.Kind.RAMP));
    groups.whileStopped(this::open);
    StageWatch watch = accounts.watch();
    listener.stageOpened(number, watch.startNs(), () -> watch.snapshot(hiccupMaxNs.getAsLong()));
    ramp();
    awaitOthers(phase(Phase.Kind.HOLD));
    groups.whileStopped(stopped -> fixHold());
    hold();
    drain();
    groups.onLoops(UserGroup::endSends);
    AtomicReference<StageResult> result = new AtomicReference<>();
    groups.whileStopped(stopped -> result.set(close(stopped)));
    return result.get();
  }

  private Phase phase(Phase.Kind kind) {
    return new Phase(kind, number);
  }

  /** What happened to the users, once the stage has run. */
  public StageTally tally() {
    return tally;
  }

  private void open(List<UserGroup> stopped) throws InterruptedException {
    accounts.makeRoom(spec);
    long startNs = barrier.startNs(phase(Phase.Kind.RAMP), clock.nowNs() + LEAD_NS);
    accounts.openStage(number, spec, startNs);
    Schedule schedule =
        spec.scenario(plan.workload())
            .schedule(spec.users(), plan.workload().boards(), startNs, plan.seed(), number);
    timeline = new StageTimeline(number, spec, schedule, startNs);
    stopped.forEach(group -> group.newcomers().set(0));
    List<VirtualUser> members =
        groups.users().filter(user -> user.number() < spec.users()).toList();
    int newcomers = (int) members.stream().filter(VirtualUser::isIdle).count();
    int newcomer = 0;
    for (VirtualUser user : members) {
      int isNewcomer = user.isIdle() ? 1 : 0;
      user.enter(timeline, timeline.connectNs(newcomer, newcomers));
      newcomer += isNewcomer;
    }
  }

  private void ramp() throws InterruptedException {
    await("ramp", () -> false, timeline.rampEndNs());
    long lastJoinNs = timeline.rampEndNs() + plan.deadlines().join().toNanos() + JOIN_GRACE_NS;
    await("ramp", () -> groups.sum(group -> group.newcomers().get()) == 0, lastJoinNs);
  }

  /**
   * @throws IllegalStateException when another driver does not come
   */
  private void awaitOthers(Phase phase) throws InterruptedException {
    long deadlineNs = clock.nowNs() + OTHERS_NS;
    await("ramp", () -> barrier.isReady(phase), deadlineNs);
    if (!barrier.isReady(phase)) {
      throw new IllegalStateException(
          "another driver is not ready for stage %d's %s within 60 s"
              .formatted(number, phase.kind().name().toLowerCase(Locale.ROOT)));
    }
  }

  /** With the loops stopped, nobody has sent yet what is intended for after this moment. */
  private void fixHold() throws InterruptedException {
    long startNs = barrier.startNs(phase(Phase.Kind.HOLD), clock.nowNs() + LEAD_NS);
    accounts.hold(startNs, startNs + spec.hold().toNanos());
    hiccupMeter.hold(startNs, startNs + spec.hold().toNanos());
    hiccupMaxNs = hiccupMeter::hiccupMaxNs;
    timeline.hold(startNs);
    spec.churn().ifPresent(this::comeAndGo);
  }

  private void comeAndGo(ChurnSpec churn) {
    groups
        .users()
        .filter(user -> user.number() < spec.users())
        .forEach(user ->
            user.comeAndGo(StayTimes.of(churn, plan.seed(), number, user.number()), timeline));
  }

  private void hold() throws InterruptedException {
    sleepUntil(timeline.holdStartNs());
    listener.holdStarted(number, timeline.holdStartNs());
    await("hold", () -> false, timeline.endNs());
    listener.holdEnded(number);
  }

  private void drain() throws InterruptedException {
    long drainNs = plan.deadlines().drain().toNanos();
    // Once at least: a loop that stalled with this thread has its chance to send what is due.
    while (groups.any(UserGroup::hasUnsent) && clock.nowNs() < timeline.endNs() + drainNs) {
      await("drain", () -> false, clock.nowNs() + POLL_NS);
    }
    awaitDeliveries(clock.nowNs() + drainNs);
    await("drain", () -> false, clock.nowNs() + SETTLE_NS);
  }

  /** Until all has come that is expected, or nothing of it can come any more. */
  private void awaitDeliveries(long deadlineNs) throws InterruptedException {
    if (accounts.areBoardsShared()) { // what others have sent only they know
      await("drain", () -> false, deadlineNs);
      return;
    }
    int inVain = 0;
    while (accounts.outstanding() > 0 && inVain < LOOKS_IN_VAIN && clock.nowNs() < deadlineNs) {
      long lookNs = Math.min(deadlineNs, clock.nowNs() + LOOK_NS);
      await("drain", () -> accounts.outstanding() == 0, lookNs);
      inVain = groups.any(UserGroup::awaitsDeliveries) ? 0 : inVain + 1;
    }
  }

  private StageResult close(List<UserGroup> stopped) {
    for (UserGroup group : stopped) {
      group.leaveStage();
      tally.addAll(group.takeTally());
    }
    long drainDeadlineNs = timeline.endNs() + plan.deadlines().drain().toNanos();
    long longestNs = hiccupMeter.hiccupMaxNs();
    hiccupMaxNs = () -> longestNs;
    return accounts.closeStage(tally.observations(timeline.planned(), drainDeadlineNs, longestNs));
  }

  private void await(String phase, BooleanSupplier reached, long deadlineNs)
      throws InterruptedException {
    while (!reached.getAsBoolean() && clock.nowNs() < deadlineNs) {
      groups.checkAlive();
      accounts.prepare();
      progress.atIntervals(phase);
      sleepUntil(Math.min(deadlineNs, clock.nowNs() + POLL_NS));
    }
  }

  private void sleepUntil(long timeNs) throws InterruptedException {
    long leftNs = timeNs - clock.nowNs();
    if (leftNs > 0) {
      Thread.sleep(leftNs / NS_PER_MS, (int) (leftNs % NS_PER_MS));
    }
  }
}
