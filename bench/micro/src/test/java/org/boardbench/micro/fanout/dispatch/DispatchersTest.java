package org.boardbench.micro.fanout.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Set;
import org.boardbench.micro.fanout.RunningThreads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every way of dispatching promises. */
@Timeout(60)
class DispatchersTest {
  static Set<String> strategies() {
    return Dispatchers.names();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void everyMemberGetsEachMessageOfItsBoardExactlyOnce(String strategy) throws Exception {
    DispatchScene.playedOn(Dispatchers.start(strategy)).requireExactlyOnce();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void messagesKeepTheirOrderWhereTheStrategyPromisesIt(String strategy) throws Exception {
    Dispatcher dispatcher = Dispatchers.start(strategy);
    assumeTrue(dispatcher.keepsOrder(), "promises no order");

    DispatchScene.playedOn(dispatcher).requireOrder();
  }

  @Test
  void onlyTasksThatRaceForTheLockPromiseNoOrder() {
    assertThat(Dispatchers.names())
        .filteredOn(name -> {
          try (Dispatcher dispatcher = Dispatchers.start(name)) {
            return !dispatcher.keepsOrder();
          }
        })
        .containsExactlyInAnyOrder("pool-lock", "virtual-lock");
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void noThreadOutlivesItsDispatcher(String strategy) throws Exception {
    DispatchScene.playedOn(Dispatchers.start(strategy));

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
    DispatchScene scene = DispatchScene.playedOn(new BrokenDispatcher(fault));

    assertThatThrownBy(
            () -> {
              scene.requireExactlyOnce();
              scene.requireOrder();
            })
        .isInstanceOf(AssertionError.class);
  }
}
