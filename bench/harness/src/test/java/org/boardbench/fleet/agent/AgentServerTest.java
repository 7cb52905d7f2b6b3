package org.boardbench.fleet.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.boardbench.core.ThisProgram;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.fleet.wire.FleetSecret;
import org.boardbench.fleet.wire.Messages;
import org.boardbench.fleet.wire.ProgramFingerprint;
import org.boardbench.fleet.wire.Seal;
import org.boardbench.fleet.wire.Seal.Speaker;
import org.boardbench.fleet.wire.ToAgent;
import org.boardbench.fleet.wire.ToCoordinator;
import org.boardbench.fleet.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentServerTest {
  private static final FleetSecret SECRET = FleetSecret.of("only the tests know this");

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final List<byte[]> answers = new ArrayList<>();
  private final AgentServer agent =
      new AgentServer(
          SECRET,
          1,
          OptionalLong.empty(),
          SocketLoops.nio(),
          new PrintStream(log, true, StandardCharsets.UTF_8));

  @AfterEach
  void end() {
    agent.close();
  }

  private void greet(FleetSecret secret, String version, String program) {
    Wire back =
        new Wire() {
          @Override
          public void send(byte[] message) {
            answers.add(message);
          }

          @Override
          public void close() {}
        };
    Seal seal = Seal.ofGreetings(secret, Speaker.COORDINATOR);
    agent
        .accept(back)
        .received(seal.close(Messages.bytes(new ToAgent.Hello(Seal.greeting(), version, program))));
  }

  private ToCoordinator answer() {
    assertThat(answers).hasSize(1);
    return Messages.toCoordinator(Seal.ofGreetings(SECRET, Speaker.AGENT).open(answers.getFirst()));
  }

  @Test
  void aCoordinatorOfTheSameSourcesIsWelcome() {
    greet(SECRET, ThisProgram.version(), ProgramFingerprint.ofThisProgram());

    assertThat(answer()).isInstanceOf(ToCoordinator.Welcome.class);
  }

  @Test
  void aCoordinatorOfAnotherVersionIsRefusedInALineThatNamesBoth() {
    greet(SECRET, "0.9", "0123456789ab");

    assertThat(answer())
        .extracting(refused -> ((ToCoordinator.Refused) refused).reason())
        .asInstanceOf(InstanceOfAssertFactories.STRING)
        .startsWith("is another program: version " + ThisProgram.version() + ", ")
        .endsWith("; here is version 0.9, 0123456789ab");
    assertThat(log.toString(StandardCharsets.UTF_8)).startsWith("agent: refused a coordinator: ");
  }

  @Test
  void theSameVersionOfOtherSourcesIsRefusedToo() {
    greet(SECRET, ThisProgram.version(), "0123456789ab");

    assertThat(answer()).isInstanceOf(ToCoordinator.Refused.class);
  }

  @Test
  void whoHasAnotherSecretGetsNoAnswer() {
    greet(
        FleetSecret.of("a secret of somebody else"),
        ThisProgram.version(),
        ProgramFingerprint.ofThisProgram());

    assertThat(answers).isEmpty();
  }
}
