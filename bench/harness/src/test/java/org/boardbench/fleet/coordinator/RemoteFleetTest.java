package org.boardbench.fleet.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.boardbench.core.Endpoint;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.core.RunClock;
import org.boardbench.core.ThisProgram;
import org.boardbench.fleet.FleetException;
import org.boardbench.fleet.clock.ClockOffset;
import org.boardbench.fleet.wire.FleetSecret;
import org.boardbench.fleet.wire.Messages;
import org.boardbench.fleet.wire.Seal;
import org.boardbench.fleet.wire.Seal.Speaker;
import org.boardbench.fleet.wire.ToCoordinator;
import org.boardbench.fleet.wire.Wire;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.Protocols;
import org.boardbench.trial.ProjectSpecimen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteFleetTest {
  private static final FleetSecret SECRET = FleetSecret.of("only the tests know this");

  private static final String LOAD =
      """
      workload: { boards: 2 }
      stages: [ { users: 4, hold: 1s } ]
      """;

  /** An agent that answers the first word, and says nothing more. */
  private record Answering(Wire.Receiver coordinator, ToCoordinator answer)
      implements AgentLink.Link, Wire {
    @Override
    public Wire wire() {
      return this;
    }

    @Override
    public void send(byte[] message) {
      coordinator.received(Seal.ofGreetings(SECRET, Speaker.AGENT).close(Messages.bytes(answer)));
    }

    @Override
    public ClockOffset offset() {
      return new ClockOffset();
    }

    @Override
    public void close() {}
  }

  private static RemoteFleet fleet(ToCoordinator answer) {
    return new RemoteFleet(
        List.of(new AgentAddress("10.0.0.2", 7900)),
        SECRET,
        (to, receiver, clock) -> new Answering(receiver, answer));
  }

  private static ToCoordinator welcome(String version, String program) {
    return new ToCoordinator.Welcome(
        Seal.greeting(), version, program, 1, OptionalLong.empty(), "nio", "Linux");
  }

  @Test
  void agentsOnOtherMachinesReachPodsAndNoServerThatTheRunHasOnItsOwn(@TempDir Path folder)
      throws Exception {
    ProjectSpecimen project = new ProjectSpecimen(folder);
    String pods = "{ name: pods, target: board, launcher: kubernetes }";
    try (RemoteFleet fleet = fleet(welcome("0.9", "0123456789ab"))) {
      assertThat(fleet.objections(project.plan("targets: [ " + pods + " ]\n" + LOAD))).isEmpty();
      assertThat(fleet.objections(project.plan("targets: [ board, " + pods + " ]\n" + LOAD)))
          .singleElement()
          .hasToString(
              "--agents: reach no server of board on this machine, since those listen at 127.0.0.1:"
                  + " start it by hand, and give its --url");
    }
  }

  @Test
  void theyDoNotReachPodsByThePortForwardsOfTheRunsMachine(@TempDir Path folder) throws Exception {
    ExperimentPlan plan =
        new ProjectSpecimen(folder).plan("launcher: kubernetes\ntargets: [ board ]\n" + LOAD);
    Endpoint forward = new Endpoint(LoopbackPorts.uri("ws", 9, "/ws"), Map.of());
    Protocol raw = Protocols.named("raw").orElseThrow();
    try (RemoteFleet fleet = fleet(welcome("0.9", "0123456789ab"))) {
      assertThatThrownBy(() -> fleet.open(plan, forward, raw, null, null))
          .isInstanceOf(FleetException.class)
          .hasMessage(
              "agents on other machines reach no pod by this one's port forwards: run this in a pod"
                  + " of the cluster");
    }
  }

  @Test
  void anAgentOfAnotherVersionIsNamedInALine() {
    try (RemoteFleet fleet = fleet(welcome("0.9", "0123456789ab"))) {
      assertThatThrownBy(() -> fleet.join(RunClock.startingNow()))
          .hasMessage("--agents: 10.0.0.2:7900 is another program: version 0.9, 0123456789ab");
      assertThat(fleet.members()).isEmpty();
    }
  }

  @Test
  void theSameVersionOfOtherSourcesIsNamedToo() {
    try (RemoteFleet fleet = fleet(welcome(ThisProgram.version(), "0123456789ab"))) {
      assertThatThrownBy(() -> fleet.join(RunClock.startingNow()))
          .hasMessage(
              "--agents: 10.0.0.2:7900 is another program: version %s, 0123456789ab"
                  .formatted(ThisProgram.version()));
    }
  }

  @Test
  void whatARefusalSaysIsShownWithoutItsControlCharacters() {
    try (RemoteFleet fleet = fleet(new ToCoordinator.Refused("is \u001b[31mred\nand long"))) {
      assertThatThrownBy(() -> fleet.join(RunClock.startingNow()))
          .hasMessageStartingWith("--agents: 10.0.0.2:7900 is ")
          .message()
          .doesNotContain("\u001b")
          .doesNotContain("\n");
    }
  }
}
