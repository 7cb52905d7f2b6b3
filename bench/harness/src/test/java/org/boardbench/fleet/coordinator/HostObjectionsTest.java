package org.boardbench.fleet.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.boardbench.input.Problem;
import org.boardbench.trial.ProjectSpecimen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostObjectionsTest {
  @TempDir private Path folder;

  private List<String> objections(String driver, String plan) throws Exception {
    String load = "workload: { boards: 2 }\nstages: [ { users: 4, hold: 1s } ]\n";
    return HostObjections.of(
            new ProjectSpecimen(folder).plan(load + plan), AgentAddress.list(driver))
        .stream()
        .map(Problem::toString)
        .toList();
  }

  @Test
  void anAgentThatAllReachMayHaveTheTargets() throws Exception {
    assertThat(objections("10.0.0.2:7900", "targets: [ board ]\nsut: { host: 10.0.0.5:7900 }"))
        .isEmpty();
    assertThat(objections("127.0.0.1:7900", "targets: [ board ]\nsut: { host: 127.0.0.1:7900 }"))
        .isEmpty();
    assertThat(objections("10.0.0.2:7900", "targets: [ board ]\nlauncher: docker")).isEmpty();
  }

  @Test
  void anAddressThatIsNoneForTheOthersIsRefused() throws Exception {
    assertThat(objections("10.0.0.2:7900", "targets: [ board ]\nsut: { host: 127.0.0.1:7900 }"))
        .containsExactly(
            "sut.host: must be an address that all agents reach, since the target listens there,"
                + " was 127.0.0.1:7900");
    assertThat(objections("10.0.0.2:7900", "targets: [ board ]\nsut: { host: 0.0.0.0:7900 }"))
        .containsExactly("sut.host: must be one address of a machine, was 0.0.0.0:7900");
    assertThat(objections("10.0.0.2:7900", "targets: [ board ]\nsut: { host: there:65500 }"))
        .containsExactly(
            "sut.host: must be HOST:PORT with a port from 1 to 65432, was there:65500");
  }

  @Test
  void whatIsOfThisMachineIsNamedWithItsKey() throws Exception {
    assertThat(
            objections(
                "10.0.0.2:7900",
                """
                targets: [ board, { name: boxed, target: board, launcher: docker } ]
                sut: { host: 10.0.0.5:7900 }
                cpus: { target: "0" }
                profile: 2
                """))
        .containsExactly(
            "targets[].launcher: must be process where sut.host starts targets, was docker of"
                + " boxed",
            "cpus.target: cannot go with sut.host, since it is of programs of this machine, was 0",
            "profile: cannot go with sut.host, since it is of programs of this machine, was 2");
  }
}
