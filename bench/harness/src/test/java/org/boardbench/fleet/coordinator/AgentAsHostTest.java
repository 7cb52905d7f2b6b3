package org.boardbench.fleet.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.boardbench.core.RunClock;
import org.boardbench.core.ThisProgram;
import org.boardbench.fleet.FleetException;
import org.boardbench.fleet.TargetHost;
import org.boardbench.fleet.clock.ClockOffset;
import org.boardbench.fleet.clock.ClockProbe;
import org.boardbench.fleet.wire.Bytes;
import org.boardbench.fleet.wire.FleetSecret;
import org.boardbench.fleet.wire.Messages;
import org.boardbench.fleet.wire.ProgramFingerprint;
import org.boardbench.fleet.wire.Seal;
import org.boardbench.fleet.wire.Seal.Speaker;
import org.boardbench.fleet.wire.ToAgent;
import org.boardbench.fleet.wire.ToCoordinator;
import org.boardbench.fleet.wire.Wire;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.sampling.ResourceSnapshot;
import org.boardbench.host.sampling.Sampling;
import org.boardbench.plan.model.Variant;
import org.boardbench.sut.launch.Launcher;
import org.boardbench.sut.launch.RunningTarget;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.trial.ProjectSpecimen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a coordinator makes of an agent's words, which a script says. */
@Timeout(60)
class AgentAsHostTest {
  private static final FleetSecret SECRET = FleetSecret.of("only the tests know this");
  private static final AgentAddress ADDRESS = new AgentAddress("10.0.0.5", 7900);
  private static final ResourceSnapshot NOTHING =
      new ResourceSnapshot(7, List.of(), Optional.empty());

  @TempDir private Path folder;
  private final RunClock clock = RunClock.startingNow();
  private Variant variant;
  private TargetManifest manifest;

  @BeforeEach
  void start() throws Exception {
    variant =
        new ProjectSpecimen(folder)
            .plan("targets: [ board ]\nstages: [ { users: 2, hold: 1s } ]")
            .variants()
            .getFirst();
    manifest = new TargetCatalog(folder).manifest("board");
  }

  /** An agent that greets, and then answers each question as the script says. */
  private static final class Scripted implements AgentLink.Link, Wire {
    private final Wire.Receiver coordinator;
    private final Function<ToAgent, List<ToCoordinator>> script;
    private final ClockOffset offset = new ClockOffset();
    private final Bytes greeting = Seal.greeting();
    private Seal in;
    private Seal out;

    Scripted(
        Wire.Receiver coordinator, RunClock clock, Function<ToAgent, List<ToCoordinator>> script) {
      this.coordinator = coordinator;
      this.script = script;
      for (int n = 0; n < 64; n++) {
        long nowNs = clock.nowNs();
        offset.add(new ClockProbe(nowNs, nowNs, nowNs, nowNs));
      }
    }

    @Override
    public void send(byte[] message) {
      if (in == null) {
        Seal greetings = Seal.ofGreetings(SECRET, Speaker.COORDINATOR);
        ToAgent.Hello hello = (ToAgent.Hello) Messages.toAgent(greetings.open(message));
        in = Seal.of(SECRET, Speaker.COORDINATOR, hello.greeting(), greeting);
        out = Seal.of(SECRET, Speaker.AGENT, hello.greeting(), greeting);
        ToCoordinator welcome =
            new ToCoordinator.Welcome(
                greeting,
                ThisProgram.version(),
                ProgramFingerprint.ofThisProgram(),
                1,
                OptionalLong.empty(),
                "nio",
                "Linux");
        coordinator.received(
            Seal.ofGreetings(SECRET, Speaker.AGENT).close(Messages.bytes(welcome)));
        return;
      }
      script.apply(Messages.toAgent(in.open(message))).forEach(this::say);
    }

    private void say(ToCoordinator message) {
      coordinator.received(out.close(Messages.bytes(message)));
    }

    @Override
    public Wire wire() {
      return this;
    }

    @Override
    public ClockOffset offset() {
      return offset;
    }

    @Override
    public void close() {}
  }

  private AgentLink link(Function<ToAgent, List<ToCoordinator>> script)
      throws InterruptedException {
    return AgentLink.join(
        ADDRESS, SECRET, (to, receiver, of) -> new Scripted(receiver, of, script), clock);
  }

  private Launcher launcher(AgentLink link) {
    return new AgentAsHost(ADDRESS, () -> link)
        .launcher(variant, manifest, HostEnvironment.of(folder));
  }

  private RunningTarget launched(AgentLink link) throws Exception {
    return launcher(link)
        .launch(folder.resolve("target.log"), Duration.ofSeconds(9), Duration.ofSeconds(2));
  }

  @Test
  void itIsFoundAtTheAddressOfTheAgentAndLeavesItsLogHere() throws Exception {
    List<ToAgent> asked = new ArrayList<>();
    AgentLink link =
        link(question -> {
          asked.add(question);
          return List.of(
              question instanceof ToAgent.Launch
                  ? new ToCoordinator.Launched(List.of(10_001, 10_002))
                  : new ToCoordinator.Stopped(
                      Bytes.of("its words".getBytes(StandardCharsets.UTF_8))));
        });

    try (RunningTarget target = launched(link)) {
      assertThat(target.endpoint().uri()).hasToString("ws://10.0.0.5:10001/ws");
      assertThat(target.endpoint().otherPorts()).containsExactly(10_002);
      assertThat(target.isAlive()).isTrue();
      assertThat(target.components()).isEmpty();
      assertThat(target.isHidden()).isFalse();
    }

    assertThat(Files.readString(folder.resolve("target.log"))).isEqualTo("its words");
    assertThat(asked)
        .satisfiesExactly(
            first -> {
              ToAgent.Launch launch = (ToAgent.Launch) first;
              assertThat(launch.readyNs()).isEqualTo(9_000_000_000L);
              assertThat(launch.stopNs()).isEqualTo(2_000_000_000L);
              assertThat(launch.prepared().sources()).isNotEmpty();
            },
            last -> assertThat(last).isEqualTo(new ToAgent.Stop()));
  }

  @Test
  void whyItCannotBePreparedOrStartedIsSaidWithoutControlCharacters() throws Exception {
    AgentLink link = link(question -> List.of(new ToCoordinator.Unable("no \u001b[31mnode\nhere")));
    TargetHost host = new AgentAsHost(ADDRESS, () -> link);

    assertThatThrownBy(() -> host.prepare(variant, manifest, HostEnvironment.of(folder)))
        .isInstanceOf(LaunchException.class)
        .hasMessage("agent 10.0.0.5:7900: no node\nhere");
  }

  @Test
  void whatItIsMadeOfIsWhatTheAgentSays() throws Exception {
    AgentLink link =
        link(question ->
            List.of(new ToCoordinator.Prepared(Map.of("node", "24"), Map.of("PORT", "{port}"))));

    TargetHost.Prepared prepared =
        new AgentAsHost(ADDRESS, () -> link).prepare(variant, manifest, HostEnvironment.of(folder));

    assertThat(prepared.versions()).containsEntry("node", "24");
    assertThat(prepared.environment()).containsEntry("PORT", "{port}");
  }

  @Test
  void itsEndIsAFailureWithItsLastWordsUntilItIsStartedAgain() throws Exception {
    AgentLink link =
        link(question ->
            List.of(
                new ToCoordinator.Launched(List.of(10_001)),
                new ToCoordinator.Ended("it exited with status 7", List.of("one", "two"))));

    RunningTarget target = launched(link);

    assertThat(target.failure()).contains("it exited with status 7");
    assertThat(target.isAlive()).isFalse();
    assertThat(target.lastLines(1)).containsExactly("two");
  }

  @Test
  void samplesComeEverySecondAndWhenAskedForAndNoneOfAnAgentThatIsLost() throws Exception {
    List<ResourceSnapshot> heard = new ArrayList<>();
    AgentLink link =
        link(question ->
            question instanceof ToAgent.Launch
                ? List.of(new ToCoordinator.Launched(List.of(10_001)))
                : List.of(
                    new ToCoordinator.Sampled(false, NOTHING),
                    new ToCoordinator.Sampled(true, NOTHING)));
    RunningTarget target = launched(link);

    try (Sampling sampling = target.sample(List.of(), clock, heard::add)) {
      assertThat(heard).containsExactly(NOTHING);
      assertThat(sampling.snapshot()).isEqualTo(NOTHING);
      assertThat(heard).hasSize(2);
      link.lost("it burnt");
      assertThat(sampling.snapshot().usages()).isEmpty();
      assertThat(sampling.snapshot().timeNs()).isNotEqualTo(7);
    }
    target.close(); // of a machine that is gone, nothing can be left
    assertThat(target.failure()).as("the fleet tells of the agent").isEmpty();
  }

  @Test
  void anAgentThatAnswersSomethingElseIsNotBelieved() throws Exception {
    AgentLink link = link(question -> List.of(new ToCoordinator.Sampled(true, NOTHING)));

    assertThatThrownBy(() -> launched(link))
        .isInstanceOf(FleetException.class)
        .hasMessage("agent 10.0.0.5:7900 has answered something else");
  }
}
