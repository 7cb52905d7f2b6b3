package org.boardbench.driver.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.boardbench.account.result.ConnectionMoment;
import org.boardbench.account.result.ConnectionMoment.Change;
import org.junit.jupiter.api.Test;

class ConnectionLogTest {
  @Test
  void keepsWhatLoopsSawInOrderOfTime() {
    ConnectionLog one = new ConnectionLog();
    ConnectionLog other = new ConnectionLog();
    one.add(Change.DROPPED, 2, 30);
    one.add(Change.RETURNED, 2, 90);
    other.add(Change.DROPPED, 1, 60);

    one.addAll(other);

    assertThat(one.moments().orElseThrow())
        .containsExactly(
            new ConnectionMoment(Change.DROPPED, 2, 30),
            new ConnectionMoment(Change.DROPPED, 1, 60),
            new ConnectionMoment(Change.RETURNED, 2, 90));
  }

  @Test
  void growsAsFarAsItsBoundAndIsGivenUpBeyond() {
    ConnectionLog log = new ConnectionLog(100);
    for (int user = 0; user < 100; user++) {
      log.add(Change.ATTEMPT, user, user);
    }
    assertThat(log.moments().orElseThrow()).hasSize(100);

    log.add(Change.ATTEMPT, 1, 200);

    assertThat(log.moments()).isEmpty();
    ConnectionLog sum = new ConnectionLog(1_000);
    sum.addAll(log);
    assertThat(sum.moments()).as("nor does a sum have a part of it").isEmpty();
  }
}
