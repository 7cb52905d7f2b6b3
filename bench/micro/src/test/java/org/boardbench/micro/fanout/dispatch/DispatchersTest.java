package org.boardbench.micro.fanout.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.boardbench.micro.fanout.RunningThreads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every way of dispatching promises. */
@Timeout(600)
class DispatchersTest {
  private static final int MEMBERS = 20;

  static Set<String> strategies() {
    return Dispatchers.names();
  }

  static List<String> orderedStrategies() {
    return strategies().stream().filter(DispatchersTest::keepsOrder).toList();
  }

  private static boolean keepsOrder(String strategy) {
    try (Dispatcher dispatcher = Dispatchers.start(strategy)) {
      return dispatcher.keepsOrder();
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void everyMemberGetsEachMessageOfItsBoardExactlyOnce(String strategy) throws Exception {
    DispatchScene.playedOn(Dispatchers.start(strategy), MEMBERS).requireExactlyOnce();
  }

  /** Then one delivery follows the other at once, so that they race more often. */
  @ParameterizedTest
  @MethodSource("strategies")
  void anOnlyMemberGetsEachMessageExactlyOnceAndOneAtATime(String strategy) throws Exception {
    DispatchScene.playedOn(Dispatchers.start(strategy), 1).requireExactlyOnce();
  }

  @ParameterizedTest
  @MethodSource("orderedStrategies")
  void messagesKeepTheirOrderWhereTheStrategyPromisesIt(String strategy) throws Exception {
    DispatchScene.playedOn(Dispatchers.start(strategy), MEMBERS).requireOrder();
  }

  @Test
  void onlyTasksThatRaceForTheLockPromiseNoOrder() {
    Set<String> unordered = new HashSet<>(strategies());
    unordered.removeAll(orderedStrategies());

    assertThat(unordered).containsExactlyInAnyOrder("pool-lock", "virtual-lock");
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void noThreadOutlivesItsDispatcher(String strategy) throws Exception {
    DispatchScene.playedOn(Dispatchers.start(strategy), MEMBERS);

    assertThat(RunningThreads.left(DispatchThreads.PREFIX)).isEmpty();
  }

  @Test
  void aThreadOfADispatcherThatIsOpenIsSeen() throws Exception {
    try (Dispatcher dispatcher = Dispatchers.start("queue-virtual")) {
      dispatcher.open(List.of(message -> {}));

      assertThat(RunningThreads.named(DispatchThreads.PREFIX)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(BrokenDispatcher.Fault.class)
  void aFaultyDispatcherIsFoundOut(BrokenDispatcher.Fault fault) throws Exception {
    DispatchScene scene = DispatchScene.playedOn(new BrokenDispatcher(fault), MEMBERS);

    assertThatThrownBy(
            () -> {
              scene.requireExactlyOnce();
              scene.requireOrder();
            })
        .isInstanceOf(AssertionError.class);
  }
}
