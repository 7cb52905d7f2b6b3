package org.boardbench.store.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.boardbench.store.Samples;
import org.boardbench.store.origin.GitState;
import org.boardbench.store.origin.RunOrigin;
import org.boardbench.store.origin.SourceHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CalibrationChoiceTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final GitState CLEAN = new GitState(Optional.of(COMMIT), Optional.of(false));
  private static final SourceHistory UNCHANGED = commit -> true;
  private static final SourceHistory CHANGED = commit -> false;

  @TempDir private Path root;

  @Test
  void takesTheNewestThatFitsAndSaysWhichOneItIs() throws Exception {
    store(0, "", "");
    Path newest = store(60, "", "");

    CalibrationChoice choice = choose(UNCHANGED);

    assertThat(choice.isPresent()).isTrue();
    assertThat(choice.note()).isEqualTo("calibration-20260201-000058, commit 0123456789");
    JsonNode embedded = choice.embedded();
    assertThat(embedded.path("run_id").asString()).isEqualTo(newest.getFileName().toString());
    assertThat(embedded.path("path").asString()).isEqualTo("results/calibration-20260201-000058");
    assertThat(embedded.path("quick").asBoolean()).isFalse();
    assertThat(embedded.path("ok").asBoolean()).isTrue();
    assertThat(embedded.path("capacity").path("300u-10b").path("limited_by").asString())
        .isEqualTo("driver");
    assertThat(embedded.has("environment")).as("the run has its own").isFalse();
  }

  @Test
  void saysHowToGetOneWhereThereIsNone() throws Exception {
    CalibrationChoice choice = choose(UNCHANGED);

    assertThat(choice.isPresent()).isFalse();
    assertThat(choice.embedded().isNull()).isTrue();
    assertThat(choice.note()).isEqualTo("none there; make calibrate makes one");
  }

  @Test
  void namesAStaleOneAndTakesTheOlderThatFits() throws Exception {
    store(0, "", "");
    store(60, COMMIT, "fedcba9876543210fedcba9876543210fedcba98");

    CalibrationChoice choice = choose(commit -> commit.equals(COMMIT));

    assertThat(choice.note())
        .isEqualTo(
            "calibration-20260131-235958, commit 0123456789; not used: calibration-20260201-000058"
                + " is stale: made with commit fedcba9876, and the driver or the reference server"
                + " has changed since");
  }

  @Test
  void oneWhoseDriverHasChangedSinceIsStale() throws Exception {
    store(0, "", "");

    assertThat(refusal(CHANGED)).contains("is stale: made with commit 0123456789, and the driver");
  }

  @Test
  void oneMadeWithUncommittedChangesIsStaleBecauseNobodyKnowsWithWhich() throws Exception {
    store(0, "\"dirty\" : false", "\"dirty\" : true");

    assertThat(refusal(UNCHANGED)).contains("made with commit 0123456789 and changes to it");
  }

  @Test
  void oneThatWasInterruptedIsNotUsed() throws Exception {
    store(0, "\"complete\" : true", "\"complete\" : false");

    assertThat(refusal(UNCHANGED)).contains("calibration-20260131-235958 was interrupted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"kernel\" : \"6.1.0\"      | \"kernel\" : \"6.2.0\"      | kernel 6.2.0, here 6.1.0",
        "\"arch\" : \"amd64\"        | \"arch\" : \"aarch64\"      | arch aarch64, here amd64",
        "\"A CPU, 2.5 GHz\"          | \"Another\"                 | cpu Another, here A CPU, 2.5 GHz",
        "\"cores\" : 2               | \"cores\" : 4               | cores 4, here 2",
        "\"memory_mib\" : 7951       | \"memory_mib\" : 3951       | memory_mib 3951, here 7951",
        "Some Vendor 25.0.1+8        | Some Vendor 26+3            | jdk 26, here 25"
      })
  void oneFromAnotherMachineIsNotUsed(String here, String there, String difference)
      throws Exception {
    store(0, here, there);

    assertThat(refusal(UNCHANGED)).contains("is from another machine (" + difference + ")");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"memory_mib\" : 7951 | \"memory_mib\" : 7950",
        "Some Vendor 25.0.1+8  | Other Vendor 25.0.2+10-LTS"
      })
  void aKibibyteAndAnUpdateOfTheJdkDoNotMakeAnotherMachine(String here, String there)
      throws Exception {
    store(0, here, there);

    assertThat(choose(UNCHANGED).isPresent()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"format\": 1}", "{\"format\":1,\"run_id\":\"x\"}"})
  void whateverIsInTheFileIsNamedAndNotUsed(String content) throws Exception {
    Path folder = Files.createDirectories(results().resolve("calibration-20260131-235958"));
    Files.writeString(folder.resolve("calibration.json"), content);

    assertThat(refusal(UNCHANGED)).contains("none fits", "calibration-20260131-235958");
  }

  @Test
  void aFolderWithoutItsFileAndAFileOfAnotherFormatAreNamedAndNotUsed() throws Exception {
    Files.createDirectories(results().resolve("calibration-20260201-000058"));
    store(0, "\"format\" : 1", "\"format\" : 2");

    assertThat(refusal(UNCHANGED))
        .contains(
            "calibration-20260201-000058 cannot be used: cannot read",
            "calibration-20260131-235958 cannot be used:",
            "has format 2; this version understands up to 1");
  }

  @Test
  void oneThatMissedNumbersOfItsOwnIsEmbeddedWithThem() throws Exception {
    try (CalibrationStore store = create(0)) {
      store.append(CalibrationSamples.cases().getFirst());
      store.complete();
    }

    CalibrationChoice choice = choose(UNCHANGED);

    assertThat(choice.note()).endsWith("which missed numbers of its own");
    assertThat(choice.embedded().path("ok").asBoolean(true)).isFalse();
    assertThat(choice.embedded().path("failures").path(0).asString())
        .isEqualTo("drop lost: truth 34 deliveries, measured 35, error 1, bound 0");
  }

  @Test
  void ofManyOldOnesOnlyTheNewestAreNamed() throws Exception {
    for (int i = 0; i < 5; i++) {
      store(60 * i, "", "");
    }

    assertThat(refusal(CHANGED)).contains("000358", "000258", "000158").endsWith("and 2 older");
  }

  @Test
  void withoutGitTheSameVersionFits() throws Exception {
    GitState none = new GitState(Optional.empty(), Optional.empty());
    store(0, "\"commit\" : \"" + COMMIT + "\"", "\"commit\" : null");

    assertThat(CalibrationChoice.among(results(), root, origin(0, none), CHANGED).isPresent())
        .isTrue();
    assertThat(refusal(UNCHANGED)).contains("does not say which commit");
  }

  /** A calibration that is complete, and without fault, but for a text in its file. */
  private Path store(int seconds, String text, String replacement) throws Exception {
    try (CalibrationStore store = create(seconds)) {
      store.append(CalibrationSamples.cases().get(2));
      store.complete();
      Path file = store.folder().resolve("calibration.json");
      if (!text.isEmpty()) {
        assertThat(Files.readString(file)).contains(text);
        Files.writeString(file, Files.readString(file).replace(text, replacement));
      }
      return store.folder();
    }
  }

  private CalibrationStore create(int seconds) throws Exception {
    return CalibrationStore.create(
        results(), Optional.empty(), new CalibrationOrigin(origin(seconds, CLEAN), false, 1));
  }

  private CalibrationChoice choose(SourceHistory source) throws InterruptedException {
    return CalibrationChoice.among(results(), root, origin(0, CLEAN), source);
  }

  private String refusal(SourceHistory source) throws InterruptedException {
    CalibrationChoice choice = choose(source);
    assertThat(choice.isPresent()).isFalse();
    assertThat(choice.embedded().isNull()).isTrue();
    return choice.note();
  }

  private Path results() {
    return root.resolve("results");
  }

  private static RunOrigin origin(int seconds, GitState git) {
    RunOrigin sample = Samples.origin();
    return new RunOrigin(
        sample.epoch().plus(Duration.ofSeconds(seconds)),
        sample.environment(),
        git,
        sample.driver());
  }
}
