package org.boardbench.micro.fanout.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.boardbench.micro.fanout.ParamValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MembershipBenchmarkTest {
  private static final int OPERATIONS = 5 * MembershipBenchmark.MESSAGES_PER_CHANGE + 1;

  static Set<String> memberships() {
    return Memberships.names();
  }

  @Test
  void theParametersAreTheMembershipsThatThereAre() throws Exception {
    assertThat(ParamValues.of(MembershipBenchmark.class, "membership"))
        .containsExactlyInAnyOrderElementsOf(Memberships.names());
  }

  @ParameterizedTest
  @MethodSource("memberships")
  void itRunsWhileMembersStayAndWhileTheyComeAndGo(String membership) {
    MembershipBenchmark still = opened(membership);
    MembershipBenchmark churning = opened(membership);
    for (int operation = 0; operation < OPERATIONS; operation++) {
      still.still();
      churning.churning();
    }

    still.check();
    churning.check();
  }

  private static MembershipBenchmark opened(String membership) {
    MembershipBenchmark benchmark = new MembershipBenchmark();
    benchmark.membership = membership;
    benchmark.members = 10;
    benchmark.payloadBytes = 300;
    benchmark.open();
    return benchmark;
  }
}
