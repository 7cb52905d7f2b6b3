package org.boardbench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ReconnectSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReconnectReaderTest {
  private static final String STAGE = "stages: [{ users: 20, hold: 5s }]\n";

  private final PlanReader reader = new PlanReader(Set.of("node-ws"));

  private ReconnectSpec inFile(String text) throws InputException {
    return reader.read("f.yaml", STAGE + text, PlanOverrides.NONE).reconnect();
  }

  private ReconnectSpec byOption(String inFile, String text) throws InputException {
    PlanOverrides overrides = new PlanOverrides(Map.of("--reconnect", text), List.of());
    return reader.read("f.yaml", STAGE + inFile, overrides).reconnect();
  }

  private static ReconnectSpec spec(long firstMs, long shortestMs, long longestMs, int jitterPct) {
    return ReconnectSpec.backoff(
        Duration.ofMillis(firstMs),
        Duration.ofMillis(shortestMs),
        Duration.ofMillis(longestMs),
        jitterPct);
  }

  @Test
  void whereNothingIsSaidUsersComeBackAtOnceAndThenEverMorePatiently() throws InputException {
    assertThat(inFile("")).isEqualTo(spec(0, 1_000, 30_000, 50));
    assertThat(inFile("reconnect: backoff")).isEqualTo(ReconnectSpec.usual());
  }

  @Test
  void aFileHasAWordOrAMapOfWhichEachPartMayBeMissing() throws InputException {
    assertThat(inFile("reconnect: never")).isEqualTo(ReconnectSpec.NEVER);
    assertThat(inFile("reconnect: { first: 5ms, backoff: 2s..1m, jitter: 0 }"))
        .isEqualTo(spec(5, 2_000, 60_000, 0));
    assertThat(inFile("reconnect: { jitter: 100 }")).isEqualTo(spec(0, 1_000, 30_000, 100));
  }

  @Test
  void clientsHaveWordsOfTheirOwn() throws InputException {
    assertThat(inFile("reconnect: socket.io"))
        .isEqualTo(ReconnectSpec.as(ReconnectSpec.Client.SOCKET_IO));
    assertThat(byOption("", "phoenix")).isEqualTo(ReconnectSpec.as(ReconnectSpec.Client.PHOENIX));
    assertThat(inFile("reconnect: full-jitter")).isEqualTo(spec(1_000, 2_000, 30_000, 100));
    assertThat(inFile("reconnect: at-once")).isEqualTo(spec(0, 10, 10, 0));
  }

  @Test
  void theOptionWinsAndMaySayTheSame() throws InputException {
    assertThat(byOption("reconnect: never", "backoff")).isEqualTo(ReconnectSpec.usual());
    assertThat(byOption("", "never")).isEqualTo(ReconnectSpec.NEVER);
    assertThat(byOption("", "first=1s, backoff=1ms..1ms")).isEqualTo(spec(1_000, 1, 1, 50));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "never",
        "backoff",
        "socket.io",
        "phoenix",
        "full-jitter",
        "at-once",
        "first=7ms,backoff=1ms..90s,jitter=3"
      })
  void whatIsWrittenDownIsReadAgain(String text) throws InputException {
    ReconnectSpec spec = byOption("", text);

    assertThat(inFile("reconnect: \"" + spec.text() + "\"")).isEqualTo(spec);
    assertThat(byOption("", spec.text())).isEqualTo(spec);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reconnect: { first: 2 }| reconnect.first: must be a duration from 0s to 3600s, written"
            + " like 500ms, 10s or 2m, was 2",
        "reconnect: { backoff: 1s }| reconnect.backoff: must be the shortest and the longest pause,"
            + " written like 1s..30s, was 1s",
        "reconnect: { backoff: 0ms..1s }| reconnect.backoff: must be a duration from 1ms to 3600s,"
            + " written like 500ms, 10s or 2m, was 0ms",
        "reconnect: { backoff: 5s..1s }| reconnect.backoff: must be a duration from 5s to 3600s,"
            + " written like 500ms, 10s or 2m, was 1s",
        "reconnect: { jitter: 101 }| reconnect.jitter: must be a whole number from 0 to 100, was 101",
        "reconnect: { jiter: 1 }| reconnect.jiter: unknown key; did you mean jitter?",
        "reconnect: sometimes| reconnect: must be never, backoff, socket.io, phoenix, full-jitter,"
            + " at-once, or parts like first=0ms,backoff=1s..30s,jitter=50, was sometimes",
        "reconnect: [never]| reconnect: must be a single value, was a list"
      })
  void whatIsWrongInAFileIsOneProblem(String text, String problem) {
    InputException e = catchThrowableOfType(InputException.class, () -> inFile(text));

    assertThat(e.problems()).extracting(Problem::toString).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''| --reconnect: must be never, backoff, socket.io, phoenix, full-jitter, at-once, or parts"
            + " like first=0ms,backoff=1s..30s,jitter=50, was empty",
        "first=0ms,first=1ms| --reconnect: must be never, backoff, socket.io, phoenix, full-jitter,"
            + " at-once, or parts like first=0ms,backoff=1s..30s,jitter=50, was"
            + " first=0ms,first=1ms",
        "jitter=-1| --reconnect jitter: must be a whole number from 0 to 100, was -1"
      })
  void whatIsWrongInAnOptionIsOneProblem(String text, String problem) {
    InputException e = catchThrowableOfType(InputException.class, () -> byOption("", text));

    assertThat(e.problems()).extracting(Problem::toString).containsExactly(problem);
  }
}
