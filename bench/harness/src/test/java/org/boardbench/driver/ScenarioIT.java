package org.boardbench.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.driver.DriverScene.stage;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.boardbench.account.result.MessageResult;
import org.boardbench.account.result.StageResult;
import org.boardbench.driver.ws.NoticedStrokes;
import org.boardbench.reference.FaultScript;
import org.boardbench.scenario.NamedScenarios;
import org.boardbench.scenario.Scenario;
import org.boardbench.scenario.behaviour.Behaviour;
import org.boardbench.scenario.behaviour.BehaviourKey;
import org.boardbench.scenario.behaviour.BehaviourValues;
import org.boardbench.scenario.behaviour.Behaviours;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Users who do not all do the same. */
@Timeout(600)
class ScenarioIT {
  private static final Scenario MIXED =
      new Scenario(
          List.of(
              new Scenario.Part(
                  "draw", 1, of("poisson", MessageClass.STROKE, new PayloadSizes(300, 3_000))),
              new Scenario.Part(
                  "point", 1, of("steady", MessageClass.CURSOR, PayloadSizes.of(250)))));

  private static Behaviour of(String kind, MessageClass messageClass, PayloadSizes sizes) {
    return Behaviours.named(kind)
        .orElseThrow()
        .maker()
        .apply(
            BehaviourValues.none()
                .with(BehaviourKey.CLASS, messageClass)
                .with(BehaviourKey.RATE, 40.0)
                .with(BehaviourKey.PAYLOAD, sizes));
  }

  @Test
  void messagesOfAllClassesAndSizesAreAccountedFor() throws Exception {
    Queue<String> stamps = new ConcurrentLinkedQueue<>();
    try (DriverScene scene = new DriverScene(FaultScript.none())) {
      scene.scenario = MIXED;
      scene.protocol = new NoticedStrokes(stamp -> stamps.add(stamp.toString()), () -> {});
      List<StageResult> results = scene.run(stage(20, 0, 500), stage(10, 0, 500));

      for (StageResult result : results) {
        assertThat(result.hold().sent()).isEqualTo(result.hold().scheduled()).isPositive();
        assertThat(result.hold().expected())
            .isEqualTo(result.hold().sent() * result.spec().users() / 2);
        assertThat(result.hold().delivered()).isEqualTo(result.hold().expected());
        assertThat(result.hold().corrupt()).isZero();
        assertThat(result.disconnects()).as("who leaves has not dropped").isEmpty();
        for (MessageClass one : List.of(MessageClass.STROKE, MessageClass.CURSOR)) {
          MessageResult ofClass = result.classes().get(one.number());
          assertThat(ofClass.hold().scheduled()).as("%s", one).isPositive();
          assertThat(ofClass.hold().delivered()).isEqualTo(ofClass.owed().total());
          assertThat(ofClass.times().rtt().getTotalCount()).isEqualTo(ofClass.hold().sent());
        }
      }
      assertThat(stamps.stream().filter(stamp -> stamp.contains(".h1c."))).hasSize(10 * 20);
      assertThat(stamps.stream().filter(stamp -> stamp.contains(".h2."))).isNotEmpty();
    }
  }

  @Test
  void whoOnlyWatchesGetsEveryStrokeOfThoseWhoDraw() throws Exception {
    try (DriverScene scene = new DriverScene(FaultScript.none())) {
      scene.scenario = NamedScenarios.named("workshop").orElseThrow();
      StageResult result = scene.run(stage(20, 0, 2_000)).getFirst();

      assertThat(result.hold().sent()).isEqualTo(result.hold().scheduled()).isPositive();
      assertThat(result.hold().expected()).isEqualTo(result.hold().sent() * 10);
      assertThat(result.hold().delivered()).isEqualTo(result.hold().expected());
      assertThat(result.hold().corrupt()).isZero();
      assertThat(result.disconnects()).isEmpty();
    }
  }
}
