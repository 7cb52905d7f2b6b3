package org.boardbench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExternalPlanTest {
  private final PlanReader reader = new PlanReader(Set.of("node-ws"), Machines.ofCores(4));

  @Test
  void aUrlWithUsersAndHoldIsAPlan() throws PlanException {
    ExperimentPlan plan =
        reader.readExternal(
            new ExternalOptions(
                "wss://example.org:9000/ws?room=1",
                Optional.of("stomp"),
                List.of("Authorization: Bearer a:b", "X-Empty:")),
            options(Map.of(PlanOption.USERS, "5,20", PlanOption.HOLD, "5s")));

    assertThat(plan.name()).isEqualTo("external");
    assertThat(plan.targets()).containsExactly(new TargetSpec("external", Map.of()));
    assertThat(plan.external())
        .contains(
            new ExternalSpec(
                URI.create("wss://example.org:9000/ws?room=1"),
                "stomp",
                Map.of("Authorization", "Bearer a:b", "X-Empty", "")));
    assertThat(plan.stages())
        .containsExactly(
            new StageSpec(5, Duration.ofSeconds(5), Duration.ofSeconds(5)),
            new StageSpec(20, Duration.ofSeconds(5), Duration.ofSeconds(5)));
    assertThat(plan.workload().boards()).as("no more than the fewest users").isEqualTo(5);
  }

  @Test
  void tellsEveryProblemAtOnce() {
    PlanException thrown =
        catchThrowableOfType(
            PlanException.class,
            () ->
                reader.readExternal(
                    new ExternalOptions(
                        "http://host/ws",
                        Optional.of("mqtt"),
                        List.of("no colon", "Upgrade: x", "A: 1", "a: 2", "B: x\r\nC: y")),
                    new PlanOverrides(
                        Map.of(
                            PlanOption.TARGETS,
                            "node-ws",
                            PlanOption.RATE,
                            "-1",
                            PlanOption.CPUS_TARGET,
                            "0",
                            PlanOption.LAUNCHER,
                            "docker"),
                        List.of("node-ws.a=1"))));

    assertThat(thrown.problems())
        .extracting(Problem::toString)
        .containsExactlyInAnyOrder(
            "--url: must be ws://host[:port]/path or wss://…, was http://host/ws",
            "--protocol: must be raw or stomp, was mqtt",
            "--header: must be 'Name: value', was 'no colon'",
            "--header: Upgrade belongs to the WebSocket handshake itself",
            "--header: each header once, was a again",
            "--header: must be 'Name: value', was 'B: x\r\nC: y'",
            "--users: is missing; --url needs it",
            "--targets: cannot go with --url, which is the one target",
            "--set: cannot go with --url: the server already runs",
            "--cpus-target: cannot go with --url: the server already runs",
            "--launcher: cannot go with --url: the server already runs",
            "--rate: must be a number above 0, at most 1000, was -1");
  }

  @Test
  void needsAHold() {
    PlanException thrown =
        catchThrowableOfType(
            PlanException.class,
            () ->
                reader.readExternal(
                    new ExternalOptions("ws://host/ws", Optional.empty(), List.of()),
                    options(Map.of(PlanOption.USERS, "20"))));

    assertThat(thrown).hasMessage("--hold: is missing, and no stage of a file gives a hold");
  }

  private static PlanOverrides options(Map<PlanOption, String> options) {
    return new PlanOverrides(options, List.of());
  }
}
