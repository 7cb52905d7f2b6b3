package org.boardbench.account.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.account.ledger.ScriptedTrial.MS;

import org.boardbench.account.ledger.ScriptedTrial.Message;
import org.boardbench.account.record.PathTimes;
import org.boardbench.account.result.StageResult;
import org.boardbench.scenario.BoardShare;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users 0 to 3 on two boards: on either one member is at one replica, and one at the other. */
class ReplicaPathsTest {
  private static StageResult result(int replicas, int loops) {
    ScriptedTrial trial = new ScriptedTrial(BoardShare.whole(2, 4), replicas, loops, 1);
    trial.open(1);
    trial.joinAll();
    trial.at(1000).accounts.hold(1000 * MS, 11_000 * MS);
    Message even = trial.send(0, 2000);
    trial.deliver(even, 0, 2001);
    trial.deliver(even, 2, 2040);
    Message odd = trial.send(3, 3000);
    trial.deliver(odd, 3, 3001);
    trial.deliver(odd, 1, 3040);
    return trial.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatGoesFromOneReplicaToAnotherIsKeptApart(int loops) {
    PathTimes paths = result(2, loops).paths();

    assertThat(paths.same().getTotalCount()).isEqualTo(2);
    assertThat(paths.same().getMaxValue()).isLessThan(2 * MS);
    assertThat(paths.crossing().getTotalCount()).isEqualTo(2);
    assertThat(paths.crossing().getMinNonZeroValue()).isGreaterThan(39 * MS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whereNobodyKnowsWhoIsWhereNothingIsSaidOfIt(int loops) {
    assertThat(result(1, loops).paths()).isEqualTo(PathTimes.empty());
  }
}
