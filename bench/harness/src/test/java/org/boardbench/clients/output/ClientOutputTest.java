package org.boardbench.clients.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.sut.manifest.ClientManifest.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientOutputTest {
  private static final Duration HOLD = Duration.ofSeconds(10);
  private static final String COUNTS =
      """
      {"hold_start_ms": 5000.5, "connected": 2, "sent": 20.0, "expected": null, "received": 39}
      """;

  @TempDir private Path folder;

  @Test
  void percentilesAreOfTheHoldAlone() throws Exception {
    write("counts.json", COUNTS);
    write(
        "samples.csv",
        """
        sent_ms,rtt_ms
        5000.499,900
        5000.5,2
        15000.4,4.0
        15000.5,800
        """);

    ClientOutput output = ClientOutput.read(folder, Output.PLAIN, HOLD);

    assertThat(output.rtt().count()).isEqualTo(2);
    assertThat(output.rtt().inMs(TimeFigures::meanNs).orElseThrow()).isBetween(2.99, 3.01);
    assertThat(output.rtt().inMs(TimeFigures::maxNs).orElseThrow()).isBetween(3.99, 4.01);
  }

  @Test
  void whatAClientCannotKnowIsEmptyAndNotZero() throws Exception {
    write("counts.json", COUNTS);
    write("samples.csv", "sent_ms,rtt_ms\n");

    ClientOutput output = ClientOutput.read(folder, Output.PLAIN, HOLD);

    assertThat(output.counts())
        .isEqualTo(
            new ClientCounts(
                5000.5,
                OptionalLong.of(2),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.of(20),
                OptionalLong.empty(),
                OptionalLong.of(39),
                OptionalLong.empty()));
    assertThat(output.rtt().isMeasured()).isFalse();
  }

  @Test
  void ofK6OnlyPointsOfOurMetricCountEachSentBeforeItCameBack() throws Exception {
    write("counts.json", "{\"hold_start_ms\": 1764396000000}");
    write(
        "samples.json",
        """
        {"type":"Metric","data":{"name":"boardbench_rtt","type":"trend","contains":"time"},"metric":"boardbench_rtt"}
        {"type":"Point","data":{"time":"2025-11-29T06:00:00.005+00:00","value":6,"tags":null},"metric":"boardbench_rtt"}
        {"type":"Point","data":{"time":"2025-11-29T07:00:01.25+01:00","value":250.5,"tags":null},"metric":"boardbench_rtt"}
        {"type":"Point","data":{"time":"2025-11-29T06:00:01Z","value":1,"tags":{}},"metric":"ws_msgs_sent"}
        """);

    ClientOutput output = ClientOutput.read(folder, Output.K6, HOLD);

    assertThat(output.rtt().count()).as("the first was sent before the hold").isEqualTo(1);
    assertThat(output.rtt().inMs(TimeFigures::maxNs).orElseThrow()).isBetween(250.0, 251.0);
  }

  @ParameterizedTest(name = "{0} with {1} says {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "counts.json | {\"connected\": 2} | counts.json: hold_start_ms must be a time in ms",
        "counts.json | {\"hold_start_ms\": 1, \"users\": 2} | counts.json: unknown key users; known: ",
        "counts.json | {\"hold_start_ms\": 1, \"sent\": 1.5} | counts.json: sent must be a whole number",
        "counts.json | {\"hold_start_ms\": 1, \"sent\": -1} | counts.json: sent must be a whole number",
        "counts.json | [] | counts.json must have a JSON object",
        "counts.json | {\"hold | counts.json is no JSON",
        "samples.csv | rtt_ms,sent_ms | samples.csv, line 1: must be sent_ms,rtt_ms",
      })
  void whatIsNotAsItMustBeIsRefusedWithItsPlace(String file, String text, String message)
      throws IOException {
    write("counts.json", COUNTS);
    write("samples.csv", "sent_ms,rtt_ms\n");
    write(file, text);

    assertThatThrownBy(() -> ClientOutput.read(folder, Output.PLAIN, HOLD))
        .isInstanceOf(ClientFailure.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"5001", "5001,", "5001,NaN", "5001,2,3", "a,b", "5001,2e400"})
  void aLineThatIsCutOffIsRefusedWithItsNumber(String line) throws IOException {
    write("counts.json", COUNTS);
    write("samples.csv", "sent_ms,rtt_ms\n5001,2\n" + line);

    assertThatThrownBy(() -> ClientOutput.read(folder, Output.PLAIN, HOLD))
        .isInstanceOf(ClientFailure.class)
        .hasMessage("samples.csv, line 3: must be two numbers, was \"" + line + "\"");
  }

  @Test
  void aPointWithoutATimeIsRefusedWithItsLine() throws IOException {
    write("counts.json", COUNTS);
    write(
        "samples.json",
        "{\"type\":\"Point\",\"data\":{\"value\":6},\"metric\":\"boardbench_rtt\"}\n");

    assertThatThrownBy(() -> ClientOutput.read(folder, Output.K6, HOLD))
        .isInstanceOf(ClientFailure.class)
        .hasMessageStartingWith("samples.json, line 1: must be a point of k6's JSON output, was ");
  }

  @Test
  void aFileThatIsMissingIsSaidByItsName() throws IOException {
    assertThatThrownBy(() -> ClientOutput.read(folder, Output.PLAIN, HOLD))
        .hasMessage("the client left no counts.json that can be read");
    write("counts.json", COUNTS);
    assertThatThrownBy(() -> ClientOutput.read(folder, Output.PLAIN, HOLD))
        .hasMessage("the client left no samples.csv that can be read");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
