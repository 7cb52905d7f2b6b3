package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boardbench.plan.ExternalOptions;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.TrustOptions;
import org.boardbench.plan.model.ExperimentPlan;
import org.junit.jupiter.api.Test;

class MachineLimitsTest {
  private static final long MANY = 1_000_000;

  private static ExperimentPlan plan(String host, int users, String ramp) throws Exception {
    return new PlanReader(Set.of())
        .readExternal(
            new ExternalOptions(
                "ws://" + host + ":9000/ws", Optional.empty(), List.of(), TrustOptions.NONE),
            new PlanOverrides(
                Map.of("--users", Integer.toString(users), "--ramp", ramp, "--hold", "5s"),
                List.of()));
  }

  private static List<String> problems(MachineLimits limits, String host, int users)
      throws Exception {
    return limits.check(plan(host, users, "5s")).problems().stream().map(Object::toString).toList();
  }

  @Test
  void tooFewOpenFilesAreRefusedWithTheLimitAndTheRemedy() throws Exception {
    assertThat(problems(new MachineLimits(256, 36, 28_232, MANY), "127.0.0.1", 400))
        .containsExactly(
            "users: 400 need about 500 open files, the limit is 256; raise it (ulimit -n 500) or"
                + " take fewer");
  }

  @Test
  void moreUsersThanLocalPortsAreRefusedForAServerElsewhere() throws Exception {
    assertThat(problems(new MachineLimits(MANY, 36, 100, MANY), "192.0.2.1", 101))
        .containsExactly(
            "users: 101 need as many local ports, net.ipv4.ip_local_port_range has 100; only to a"
                + " server at 127.0.0.1 they have more; widen it (sysctl) or take fewer");
  }

  @Test
  void moreUsersThanLocalPortsReachAServerOfThisMachineFromSeveralAddresses() throws Exception {
    assertThat(problems(new MachineLimits(MANY, 36, 100, MANY), "127.0.0.1", 5_000)).isEmpty();
  }

  @Test
  void moreUsersThanAllLoopbackAddressesHavePortsAreRefused() throws Exception {
    assertThat(problems(new MachineLimits(MANY, 36, 10, MANY), "127.0.0.1", 2_033))
        .containsExactly(
            "users: 2033 need as many local ports, net.ipv4.ip_local_port_range has 10, and too"
                + " few with all addresses of 127.0.0.0/24; widen it (sysctl) or take fewer");
    assertThat(problems(new MachineLimits(MANY, 36, 10, MANY), "127.0.0.1", 2_032)).isEmpty();
  }

  @Test
  void whatFitsIsNoProblem() throws Exception {
    assertThat(problems(new MachineLimits(500, 36, 400, MANY), "192.0.2.1", 400)).isEmpty();
  }

  @Test
  void moreUsersInASecondThanMayWaitToBeAcceptedAreWarnedOf() throws Exception {
    MachineLimits limits = new MachineLimits(MANY, 36, MANY, 128);

    assertThat(limits.check(plan("127.0.0.1", 1_000, "5s")).warning())
        .hasValueSatisfying(note ->
            assertThat(note)
                .startsWith("Note: 200 users connect within a second")
                .contains("128", "sysctl -w net.core.somaxconn=200", "longer ramp"));
    assertThat(limits.check(plan("127.0.0.1", 129, "10ms")).warning()).isPresent();
    assertThat(limits.check(plan("127.0.0.1", 600, "5s")).warning()).isEmpty();
  }

  @Test
  void theBacklogOfAnotherMachineIsNotKnown() throws Exception {
    MachineLimits limits = new MachineLimits(MANY, 36, MANY, 128);

    assertThat(limits.check(plan("192.0.2.1", 1_000, "5s")).warning()).isEmpty();
  }
}
