package org.boardbench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.ExternalSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.TrustSpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.protocol.Protocols;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalPlanTest {
  private final PlanReader reader = new PlanReader(Set.of("node-ws"), Machines.ofCores(4));

  @Test
  void aUrlWithUsersAndHoldIsAPlan() throws InputException {
    ExperimentPlan plan =
        reader.readExternal(
            new ExternalOptions(
                "wss://example.org:9000/ws?room=1",
                Optional.of("stomp"),
                List.of("Authorization: Bearer a:b", "X-Empty:"),
                TrustOptions.NONE),
            options(Map.of("--users", "5,20", "--hold", "5s")));

    assertThat(plan.name()).isEqualTo("external");
    assertThat(plan.variants()).containsExactly(Variant.of("external", Map.of()));
    assertThat(plan.external())
        .contains(
            new ExternalSpec(
                URI.create("wss://example.org:9000/ws?room=1"),
                "stomp",
                Map.of("Authorization", "Bearer a:b", "X-Empty", ""),
                new TrustSpec.AsTheJvm(),
                Optional.empty()));
    assertThat(plan.stages())
        .containsExactly(
            new StageSpec(5, Duration.ofSeconds(5), Duration.ofSeconds(5)),
            new StageSpec(20, Duration.ofSeconds(5), Duration.ofSeconds(5)));
    assertThat(plan.workload().boards()).as("no more than the fewest users").isEqualTo(5);
  }

  @Test
  void tellsEveryProblemAtOnce() {
    InputException thrown =
        catchThrowableOfType(
            InputException.class,
            () ->
                reader.readExternal(
                    new ExternalOptions(
                        "http://host/ws",
                        Optional.of("mqtt"),
                        List.of("no colon", "Upgrade: x", "A: 1", "a: 2", "B: x\r\nC: y"),
                        new TrustOptions(Optional.of(Path.of("no/such.pem")), true)),
                    new PlanOverrides(
                        Map.of(
                            "--targets",
                            "node-ws",
                            "--rate",
                            "-1",
                            "--cpus-target",
                            "0",
                            "--launcher",
                            "docker"),
                        List.of("node-ws.a=1"))));

    assertThat(thrown.problems())
        .extracting(Problem::toString)
        .containsExactlyInAnyOrder(
            "--url: must be ws://host[:port]/path or wss://…, was http://host/ws; write ws://",
            "--protocol: must be " + String.join(" or ", Protocols.names()) + ", was mqtt",
            "--header: must be 'Name: value', was 'no…'",
            "--header: Upgrade belongs to the WebSocket handshake itself",
            "--header: each header once, was a again",
            "--header: must be 'Name: value', was 'B:…'",
            "--insecure: cannot go with --cacert, was no/such.pem",
            "--cacert: must be a file of certificates, in PEM or DER, was no/such.pem (it does not exist)",
            "--users: is missing; --url needs it",
            "--targets: cannot go with --url, which is the one target",
            "--set: cannot go with --url: the server already runs",
            "--cpus-target: cannot go with --url: the server already runs",
            "--launcher: cannot go with --url: the server already runs",
            "--rate: must be a number from 0.001 to 1000, was -1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ws://host:65536/ws | port must be from 1 to 65535, was 65536",
        "ws://host:0/ws | port must be from 1 to 65535, was 0",
        "ws://host:99999999999/ws | port must be from 1 to 65535, was 99999999999",
        "ws://host/ws#top | must have no fragment, which no WebSocket address has, was ws://host/ws#top",
        "wss:///ws?token=abc | host must be a name of letters, digits, '-' and '.', or an address, was wss:///ws?token=***",
        "ftp://me:pw@host/ws?token=abc | must be ws://host[:port]/path or wss://…, was ftp://***@host/ws?token=***",
        "https://host/ws | must be ws://host[:port]/path or wss://…, was https://host/ws; write wss://",
        "host/ws | must be ws://host[:port]/path or wss://…, was host/ws",
        "ws://my_host/ws | host must be a name of letters, digits, '-' and '.', or an address, was ws://my_host/ws",
        "ws://host/a b | must be ws://host[:port]/path or wss://…, was ws://host/a b (Illegal character in path at character 12)"
      })
  void anAddressThatIsNoneIsRefusedInWordsAndWithoutItsSecrets(String url, String problem) {
    InputException thrown = catchThrowableOfType(InputException.class, () -> readUrl(url));

    assertThat(thrown).hasMessage("--url: " + problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ws://[::1]:8080/ws",
        "ws://[fe80::1%25eth0]/ws",
        "WS://host/räume?q=é",
        "wss://127.0.0.1",
        "ws://host:/ws",
        "ws://user:pw@host:65535/ws"
      })
  void aLawfulAddressIsTaken(String url) throws InputException {
    assertThat(readUrl(url).external().orElseThrow().url()).hasToString(url);
  }

  private ExperimentPlan readUrl(String url) throws InputException {
    return reader.readExternal(
        new ExternalOptions(url, Optional.empty(), List.of(), TrustOptions.NONE),
        options(Map.of("--users", "2", "--hold", "5s")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e-300",
        "0.0009",
        "0",
        "-0",
        "NaN",
        "Infinity",
        "1e308",
        "1000.1",
        "1e999999999"
      })
  void aRateThatNobodyCanKeepIsRefused(String rate) {
    InputException thrown =
        catchThrowableOfType(
            InputException.class,
            () ->
                reader.readExternal(
                    new ExternalOptions(
                        "ws://host/ws", Optional.empty(), List.of(), TrustOptions.NONE),
                    options(Map.of("--users", "2", "--hold", "5s", "--rate", rate))));

    assertThat(thrown).hasMessage("--rate: must be a number from 0.001 to 1000, was " + rate);
  }

  @Test
  void needsAHold() {
    InputException thrown =
        catchThrowableOfType(
            InputException.class,
            () ->
                reader.readExternal(
                    new ExternalOptions(
                        "ws://host/ws", Optional.empty(), List.of(), TrustOptions.NONE),
                    options(Map.of("--users", "20"))));

    assertThat(thrown).hasMessage("--hold: is missing, and no stage of a file gives a hold");
  }

  private static PlanOverrides options(Map<String, String> options) {
    return new PlanOverrides(options, List.of());
  }
}
