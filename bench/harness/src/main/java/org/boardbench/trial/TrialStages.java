package org.boardbench.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.boardbench.account.record.StageSnapshot;
import org.boardbench.account.result.StageResult;
import org.boardbench.driver.AgentReport;
import org.boardbench.driver.TrialDriver;
import org.boardbench.driver.stage.DriverListener;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.host.proc.KernelShare;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.host.sampling.Component;
import org.boardbench.host.sampling.ResourceSampler;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.protocol.Protocol;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.row.FaultEvent;
import org.boardbench.results.row.HoldCosts;
import org.boardbench.results.row.RecoveryFigures;
import org.boardbench.results.row.ReplicaSecond;
import org.boardbench.store.StageRow;
import org.boardbench.store.TrialId;
import org.boardbench.sut.launch.RunningTarget;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.trial.fault.FaultInjector;
import org.boardbench.trial.fault.FaultSubject;
import org.boardbench.trial.fault.Recovery;
import org.boardbench.verdict.HoldEvidence;
import org.boardbench.verdict.Verdict;

/**
 * The stages of one trial, once its target is ready: the warm-up, thrown away, then what the stage
 * source asks for, each judged and stored before the next one.
 */
final class TrialStages {
  private static final int REASON_LINES = 5;
  private static final double SECOND_NS = 1e9;
  private static final StageFigure RTT_P99 =
      new StageFigure(StageTimes.RTT_P99_MS, Optional.empty());

  private final RunContext run;
  private final TrialId trial;
  private Optional<Instant> measuredFrom = Optional.empty();
  private OptionalInt serverEndedUsers = OptionalInt.empty();

  TrialStages(RunContext run, TrialId trial) {
    this.run = run;
    this.trial = trial;
  }

  /** When the first measured stage began; empty when none has. */
  Optional<Instant> measuredFrom() {
    return measuredFrom;
  }

  /** Users of the measured stage in which the target died; empty when it died in none. */
  OptionalInt serverEndedUsers() {
    return serverEndedUsers;
  }

  /**
   * Runs them all.
   *
   * @param watch is told of holds and stages
   * @throws TrialFailure when the target dies, or proves to be set up wrongly, or the source asks
   *     for too much. The stage in whose hold it died is measured to its end and stored first: to
   *     serve nobody any more is how some servers give way.
   */
  void run(RunningTarget target, Protocol protocol, Onlooker.Watch watch, DriverLog log)
      throws InterruptedException, StoreException {
    Course course = new Course(target, watch, log);
    try (TrialDriver driver =
        run.fleet()
            .open(
                run.plan().withSeed(run.plan().seed(trial.repetition())),
                target.endpoint(),
                protocol,
                run.loops(),
                course)) {
      run.store().agents(run.fleet().members()); // only now they say what they drive by
      Optional<StageSpec> warmUp = run.plan().warmUp();
      if (warmUp.isPresent()) {
        course.run(driver, 0, warmUp.get());
        failIfSplit(driver);
      }
      try (TrialResources resources =
          new TrialResources(
              target, watch.component(), run.clock(), driver::traffic, run.events())) {
        course.resources = resources;
        measure(course, driver);
        course.resources = null;
      }
    }
  }

  private void measure(Course course, TrialDriver driver)
      throws InterruptedException, StoreException {
    List<StageRow> rows = new ArrayList<>();
    for (Optional<StageSpec> next = run.stages().next(List.of());
        next.isPresent();
        next = run.stages().next(List.copyOf(rows))) {
      rows.add(measure(course, driver, rows.size() + 1, next.get()));
    }
  }

  private StageRow measure(Course course, TrialDriver driver, int number, StageSpec stage)
      throws InterruptedException, StoreException {
    failIfTooMany(number, stage);
    StageResult result = course.run(driver, number, stage);
    TrialResources.StageResources used = course.resources.take(result);
    store(course, result, used.replicas());
    if (driver.agents().isEmpty()) { // else nothing is known of the loops
      course.log.allocation(course.allocation.bytesPerDelivery(result.receivedInHold()));
      course.log.kernelShare(course.kernelPct);
    }
    if (!run.plan().hasFaults()) { // workers whose broker was killed look the same
      failIfSplit(driver);
    }
    HoldCosts costs = AgentCosts.of(used.hold(), driver.agents());
    Verdict verdict =
        Verdict.of(evidence(course, result, used, costs, driver.agents()), run.plan().validity());
    course.log.verdict(number, verdict);
    StageRow row = new StageRow(trial, result, costs, verdict);
    run.store()
        .appendAgents(trial, number, driver.agents().stream().map(AgentReport::figures).toList());
    run.store().append(row, used.seconds());
    run.events().publish(new RunEvent.StageEnded(row));
    course.watch.stageEnded(row, used.onlookerCpuPct());
    course.failIfDead();
    course.failIfNotAsPlanned();
    failIfLost(number, driver.agents());
    return row;
  }

  private void store(Course course, StageResult result, List<ReplicaSecond> replicas)
      throws StoreException {
    run.store().append(trial, result.number(), replicas);
    if (!course.faults.isEmpty()) {
      long holdNs = result.holdStartNs() - course.measuredFromNs;
      run.store().append(trial, result.number(), holdNs, course.faults);
      course.faults.forEach(course.log::fault);
      Recovery recovery = new Recovery(result, course.measuredFromNs, rttP99BoundNs(), replicas);
      for (int i = 0; i < course.faults.size(); i++) {
        Optional<RecoveryFigures> figures = recovery.of(course.faults.get(i), course.faults);
        if (figures.isPresent()) {
          run.store().append(trial, result.number(), i + 1, figures.get());
        }
      }
    }
  }

  /** The tightest that the plan has for this variant; without one what nobody calls in time. */
  private OptionalDouble rttP99BoundNs() {
    return OptionalDouble.of(
        run.plan().thresholds().stream()
            .filter(threshold -> threshold.isOf(trial.target()))
            .filter(threshold -> threshold.figure().equals(RTT_P99) && threshold.limit().isUpper())
            .mapToDouble(threshold -> 1e6 * threshold.limit().bound())
            .min()
            .orElse(SECOND_NS));
  }

  /** Of several agents the one that is nearest to its limit speaks for all. */
  private HoldEvidence evidence(
      Course course,
      StageResult result,
      TrialResources.StageResources used,
      HoldCosts costs,
      List<AgentReport> agents) {
    return new HoldEvidence(
        result,
        AgentCosts.busiestCores(agents).orElse(run.plan().driver().cores()),
        agents.isEmpty() ? costs.driver().cpuPct() : AgentCosts.busiestCpuPct(agents),
        costs.driver().runDelayPct(),
        AgentCosts.most(used.hold().machine().stealPct(), agents, AgentReport::stealPct),
        AgentCosts.most(used.foreignPct(), agents, AgentReport::foreignPct),
        (int) agents.stream().filter(agent -> agent.figures().isLost()).count(),
        AgentCosts.clockErrorNs(agents, run.plan().workload().boards()),
        course.watch.samplesPerS());
  }

  /** The row is stored, and says that it is of the others alone; the next would be so too. */
  private static void failIfLost(int stage, List<AgentReport> agents) {
    for (AgentReport agent : agents) {
      if (agent.figures().isLost()) {
        throw new TrialFailure(
            "agent %s was lost in stage %d: %s"
                .formatted(agent.figures().agent(), stage, agent.figures().lost()));
      }
    }
  }

  /** The driver has made room for the plan's users. */
  private void failIfTooMany(int number, StageSpec stage) {
    int most = run.plan().maxUsers();
    if (stage.users() > most) {
      throw new TrialFailure(
          "stage %d is to have %d users, and the plan has %d at most"
              .formatted(number, stage.users(), most));
    }
  }

  private static void failIfSplit(TrialDriver driver) {
    driver
        .splitServer()
        .ifPresent(words -> {
          throw new TrialFailure(words);
        });
  }

  private static String lastWords(RunningTarget target) {
    String lines = String.join("\n", target.lastLines(REASON_LINES));
    return lines.isEmpty() ? "" : "; its last lines:\n" + lines;
  }

  /**
   * Samples at the exact moments of the stage under way, has its faults happen, and ends it when
   * the target died before anything was measured.
   */
  private final class Course implements DriverListener, FaultSubject {
    private final RunningTarget target;
    private final Onlooker.Watch watch;
    private final DriverLog log;
    private final LoopAllocation allocation = new LoopAllocation(ResourceSampler::isLoop);

    /** Of this program, from the start of the last hold on; null before the first one. */
    private KernelShare kernelShare;

    /** In the last hold. */
    private OptionalDouble kernelPct = OptionalDouble.empty();

    /** Null as long as nothing is measured. */
    private TrialResources resources;

    private TrialDriver driver;
    private StageSpec spec;
    private boolean isMeasuring;
    private long measuredFromNs;

    /** Null where nothing is made to fail. */
    private FaultInjector injector;

    /** What the last stage's faults came to. */
    private List<FaultEvent> faults = List.of();

    Course(RunningTarget target, Onlooker.Watch watch, DriverLog log) {
      this.target = target;
      this.watch = watch;
      this.log = log;
    }

    StageResult run(TrialDriver driver, int number, StageSpec stage) throws InterruptedException {
      this.driver = driver;
      spec = stage;
      isMeasuring = false;
      faults = List.of();
      injector = null;
      try {
        StageResult result = driver.run(number, stage);
        if (injector != null) {
          faults = injector.await();
        }
        log.stage(result, driver.errorAnswers());
        return result;
      } finally {
        if (injector != null) {
          injector.close(); // complements holdStarted
        }
      }
    }

    private void inject(int stage, long holdStartNs) {
      long seed = run.plan().seed(trial.repetition());
      injector = FaultInjector.start(spec, stage, seed, holdStartNs, this, run.clock());
    }

    @Override
    public RunningTarget target() {
      return target;
    }

    @Override
    public int cut(int sharePct, long seed) throws InterruptedException {
      return driver.cut(spec.users(), sharePct, seed);
    }

    @Override
    public void restarted(Component component) {
      resources.restarted(component);
    }

    @Override
    public void stageOpened(int stage, long startNs, Supplier<StageSnapshot> snapshot) {
      if (stage == 1) {
        measuredFromNs = startNs;
        measuredFrom = Optional.of(run.store().momentOf(startNs));
      }
      run.events().publish(new RunEvent.StageStarted(stage, spec, snapshot));
    }

    @Override
    public void holdStarted(int stage, long startNs) {
      allocation.holdStarted();
      kernelShare = KernelShare.start(ProcFs.SYSTEM);
      if (resources != null) {
        resources.holdStarted();
        isMeasuring = true;
        watch.holdStarted(spec, startNs);
      }
      if (!spec.faults().isEmpty()) {
        inject(stage, startNs);
      }
    }

    @Override
    public void holdEnded(int stage) {
      if (resources != null) {
        resources.holdEnded();
        watch.holdEnded();
      }
      allocation.holdEnded();
      kernelPct = kernelShare.pct();
    }

    @Override
    public void progress(Progress progress) {
      if (!isMeasuring) {
        failIfDead();
      }
      run.events().publish(new RunEvent.StageProgressed(progress));
    }

    void failIfNotAsPlanned() {
      if (injector != null && injector.failure().isPresent()) {
        throw new TrialFailure(injector.failure().get());
      }
    }

    void failIfDead() {
      Optional<String> ending = target.failure();
      if (ending.isPresent()) {
        if (resources != null) {
          serverEndedUsers = OptionalInt.of(spec.users());
        }
        throw new TrialFailure(ending.get() + lastWords(target));
      }
    }
  }
}
