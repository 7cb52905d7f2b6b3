package org.boardbench.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.driver.DriverScene.stage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.boardbench.account.result.MessageResult;
import org.boardbench.account.result.StageResult;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.reference.Fault;
import org.boardbench.reference.FaultScript;
import org.boardbench.results.row.MessageCounts;
import org.boardbench.scenario.Scenario;
import org.boardbench.scenario.behaviour.BehaviourKey;
import org.boardbench.scenario.behaviour.BehaviourValues;
import org.boardbench.scenario.behaviour.Behaviours;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.trace.TraceMessage;
import org.boardbench.scenario.trace.TraceMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure of each message class against the books that the server has of that class. */
@Timeout(600)
@Execution(ExecutionMode.CONCURRENT)
@ParameterizedClass
@MethodSource("kindsOfLoop")
class ClassAccountingIT {
  private static final int USERS = 6;
  private static final Duration LOSSY_DRAIN = Duration.ofSeconds(6);
  private static final Duration SWAPPED_WITHIN = Duration.ofSeconds(1);
  private static final List<MessageClass> CLASSES =
      List.of(MessageClass.STROKE, MessageClass.CURSOR, MessageClass.TEXT);

  /**
   * Every user sends all classes in turn, 25 ms apart in the mean, so that faults meet them all.
   */
  private static final Scenario MIXED =
      Scenario.of(
          Behaviours.named("trace")
              .orElseThrow()
              .maker()
              .apply(
                  BehaviourValues.none()
                      .with(
                          new BehaviourKey<>("trace", TraceMessages.class, Optional.empty()),
                          new TraceMessages(
                              List.of(
                                  message(0, MessageClass.STROKE, 400),
                                  message(20, MessageClass.CURSOR, 250),
                                  message(45, MessageClass.CURSOR, 250),
                                  message(75, MessageClass.TEXT, 300),
                                  message(100, MessageClass.STROKE, 600))))));

  private final SocketLoops loops;

  ClassAccountingIT(SocketLoops loops) {
    this.loops = loops;
  }

  static Stream<SocketLoops> kindsOfLoop() {
    return Stream.of(SocketLoops.nio(), SocketLoops.best()).distinct();
  }

  private static TraceMessage message(long ms, MessageClass messageClass, int bytes) {
    return new TraceMessage(ms * 1_000_000, messageClass, bytes);
  }

  /** The letter in the class's stamps, as the server's books have it. */
  private static String letter(MessageClass one) {
    return one.hasLetter() ? String.valueOf(one.letter()) : "-";
  }

  private DriverScene scene(FaultScript script) {
    DriverScene scene = new DriverScene(script.swappedWithin(SWAPPED_WITHIN));
    scene.scenario = MIXED;
    scene.socketLoops = loops;
    scene.drain = LOSSY_DRAIN;
    return scene;
  }

  /** A stage in which nobody joins, so that each message is expected at the same users by both. */
  private static StageResult runWithAllJoined(DriverScene scene) throws InterruptedException {
    return scene.run(stage(USERS, 100, 100), stage(USERS, 0, 500)).getLast();
  }

  private static MessageCounts of(StageResult result, MessageClass one) {
    MessageResult messages = result.classes().get(one.number());
    return messages.hold().plus(messages.ramp());
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "DROP",
        "DUPLICATE",
        "SWAP",
        "MISROUTE",
        "CORRUPT",
        "DELAY",
        "RESERIALIZE",
        "FRAGMENT",
        "PING",
        "BATCH"
      })
  void theFiguresOfEachClassAreThoseOfTheServersBooks(Fault fault) throws Exception {
    try (DriverScene scene = scene(FaultScript.every(5, fault))) {
      StageResult result = runWithAllJoined(scene);

      assertThat(scene.doneInLastStage(fault)).isPositive();
      assertAgree(scene, result, fault != Fault.DELAY);
    }
  }

  @Test
  void severalFaultsTogetherAreEachInTheClassThatTheyBefall() throws Exception {
    FaultScript script =
        FaultScript.every(7, Fault.DROP)
            .and(11, Fault.DUPLICATE)
            .and(17, Fault.MISROUTE)
            .and(19, Fault.CORRUPT)
            .and(5, Fault.RESERIALIZE)
            .and(6, Fault.FRAGMENT);
    try (DriverScene scene = scene(script)) {
      scene.loops = 2;

      assertAgree(scene, runWithAllJoined(scene), true);
    }
  }

  /**
   * @param inOrder whether the server's books say which messages came out of order; of delayed ones
   *     it depends on when the sender's next one came
   */
  private static void assertAgree(DriverScene scene, StageResult result, boolean inOrder) {
    SoftAssertions all = new SoftAssertions();
    for (MessageClass one : CLASSES) {
      String letter = letter(one);
      MessageCounts counts = of(result, one);
      all.assertThat(counts.expected())
          .as("expected of %s", one)
          .isEqualTo(scene.deliveriesInLastStage(letter))
          .isPositive();
      all.assertThat(counts.lost())
          .as("lost of %s", one)
          .isEqualTo(
              scene.doneInLastStage(Fault.DROP, letter)
                  + scene.doneInLastStage(Fault.CORRUPT, letter));
      all.assertThat(counts.duplicated())
          .as("duplicated of %s", one)
          .isEqualTo(scene.doneInLastStage(Fault.DUPLICATE, letter));
      all.assertThat(counts.misrouted())
          .as("misrouted of %s", one)
          .isEqualTo(scene.doneInLastStage(Fault.MISROUTE, letter));
      if (inOrder) {
        all.assertThat(counts.reordered())
            .as("reordered of %s", one)
            .isEqualTo(scene.doneInLastStage(Fault.SWAP, letter));
      }
    }
    all.assertThat(result.hold().corrupt() + result.ramp().corrupt())
        .as("no class can be read from what is corrupt")
        .isEqualTo(scene.doneInLastStage(Fault.CORRUPT));
    all.assertAll();
  }
}
