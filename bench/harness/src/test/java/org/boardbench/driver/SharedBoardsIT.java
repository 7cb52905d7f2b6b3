package org.boardbench.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.driver.DriverScene.RAW;
import static org.boardbench.driver.DriverScene.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.boardbench.account.result.StageResult;
import org.boardbench.driver.io.KindsOfLoop;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.reference.Fault;
import org.boardbench.reference.FaultScript;
import org.boardbench.results.row.TimeFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Two drivers that share a server's boards, on every loop, beside one that has them all. */
@Timeout(600)
@Execution(ExecutionMode.CONCURRENT)
@ParameterizedClass
@MethodSource("kindsOfLoop")
class SharedBoardsIT {
  private static final int USERS = 12;
  private static final StageSpec[] STAGES = {stage(USERS - 4, 100, 500), stage(USERS, 100, 500)};

  private final SocketLoops loops;

  SharedBoardsIT(SocketLoops loops) {
    this.loops = loops;
  }

  static Stream<SocketLoops> kindsOfLoop() {
    return KindsOfLoop.here();
  }

  private List<StageResult> alone(FaultScript script) throws InterruptedException {
    try (DriverScene scene = scene(script)) {
      return scene.run(STAGES);
    }
  }

  private List<StageResult> together(FaultScript script) throws Exception {
    MeetingPoint point = new MeetingPoint(2);
    try (DriverScene scene = scene(script);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<List<StageResult>> one = threads.submit(() -> part(scene, 0, point));
      Future<List<StageResult>> other = threads.submit(() -> part(scene, 1, point));
      List<StageResult> merged = new ArrayList<>();
      for (int n = 0; n < STAGES.length; n++) {
        merged.add(one.get().get(n).merge(other.get().get(n)));
      }
      return merged;
    }
  }

  private DriverScene scene(FaultScript script) {
    DriverScene scene = new DriverScene(script);
    scene.socketLoops = loops;
    scene.boards = 4;
    scene.loops = 2;
    scene.join = Duration.ofSeconds(30);
    return scene;
  }

  private static List<StageResult> part(DriverScene scene, int driver, MeetingPoint point)
      throws InterruptedException {
    ExperimentPlan plan = scene.plan(STAGES);
    DriverPart part = DriverPart.of(plan, driver, 2, point.of(driver));
    List<StageResult> results = new ArrayList<>();
    try (LoadDriver load =
        LoadDriver.start(
            plan, part, scene.endpoint(), RAW, scene.socketLoops, scene.clock, scene.listener)) {
      for (StageSpec stage : STAGES) {
        results.add(load.run(results.size() + 1, stage));
      }
    }
    return results;
  }

  private static List<Long> timesOf(StageResult result) {
    return Stream.of(
            result.rtt(),
            result.service(),
            result.delivery(),
            result.sendDelay(),
            result.reach().first(),
            result.reach().all(),
            result.coverage().censored())
        .map(TimeFigures::count)
        .toList();
  }

  @Test
  void countTogetherWhatOneAloneCounts() throws Exception {
    List<StageResult> whole = alone(FaultScript.none());
    List<StageResult> merged = together(FaultScript.none());

    for (int n = 0; n < STAGES.length; n++) {
      assertThat(merged.get(n).hold()).isEqualTo(whole.get(n).hold());
      assertThat(merged.get(n).hold().sent()).isEqualTo(STAGES[n].users() * 20L);
      assertThat(merged.get(n).joined()).isEqualTo(STAGES[n].users());
      assertThat(merged.get(n).owed()).isEqualTo(whole.get(n).owed());
      assertThat(timesOf(merged.get(n))).isEqualTo(timesOf(whole.get(n)));
      assertThat(merged.get(n).ramp().lost()).isZero();
    }
  }

  @Test
  void nameTogetherTheCausesThatOneAloneNames() throws Exception {
    FaultScript script = FaultScript.every(3, Fault.REFUSE_JOIN);
    StageResult whole = alone(script).getLast();
    StageResult merged = together(script).getLast();

    assertThat(merged.connectFailures())
        .isEqualTo(whole.connectFailures())
        .containsOnlyKeys("error: board is full");
    assertThat(merged.joined()).isEqualTo(whole.joined());
    assertThat(merged.owed().total()).isEqualTo(whole.owed().total());
    assertThat(merged.hold().scheduled()).isEqualTo(whole.hold().scheduled());
    assertThat(merged.disconnects()).isEqualTo(Map.of());
  }
}
