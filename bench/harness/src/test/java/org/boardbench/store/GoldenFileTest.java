package org.boardbench.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.store.calibration.CalibrationCase;
import org.boardbench.store.calibration.CalibrationSamples;
import org.boardbench.store.calibration.CalibrationStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** The formats are a contract: byte for byte the same, whatever the machine's locale and zone. */
@ParameterizedClass
@CsvSource({"en-US, UTC", "de-DE, Asia/Kolkata", "ar-EG-u-nu-arab, America/St_Johns"})
class GoldenFileTest {
  private static final Pattern PLAN = Pattern.compile("(?s)\n  \"plan\" : \\{\n.*?\n  \\},");

  @TempDir private Path results;

  @Parameter(0)
  private String locale;

  @Parameter(1)
  private String zone;

  private Locale defaultLocale;
  private TimeZone defaultZone;

  @BeforeEach
  void goAbroad() {
    defaultLocale = Locale.getDefault();
    defaultZone = TimeZone.getDefault();
    Locale.setDefault(Locale.forLanguageTag(locale));
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
  }

  @AfterEach
  void comeHome() {
    Locale.setDefault(defaultLocale);
    TimeZone.setDefault(defaultZone);
  }

  @Test
  void everyFileOfARunIsAsAgreed() throws Exception {
    Path run = results.resolve("sample-20260131-235958");
    try (ResultStore store =
        ResultStore.create(results, Optional.empty(), Samples.plan(), Samples.origin())) {
      assertThat(store.folder()).isEqualTo(run);
      TrialId trial = store.begin(Samples.planned("node-ws", 1));
      store.append(
          new TargetRecord(
              Samples.plan().variants().getFirst(),
              "docker",
              Map.of("ws", "8.18.3", "node", "v22.11.0"),
              Map.of("workers", "4"),
              List.of(
                  new ImageRecord(
                      "server",
                      "boardbench/node-ws",
                      "sha256:0123",
                      List.of(),
                      Optional.of("local: Debian 12")),
                  new ImageRecord(
                      "redis",
                      "redis:7.0-bookworm",
                      "sha256:4567",
                      List.of("redis@sha256:89ab"),
                      Optional.empty())),
              Map.of("PORT", "{port}", "LANG", "C.UTF-8", "API_TOKEN", "s3cret"),
              Map.of("redis", Map.of("redis", "7.0.15"))));
      store.append(Samples.stageRow(), Samples.resourceRows());
      store.append(Samples.emptyStageRow(), List.of());
      store.append(Samples.trialRow(trial, TrialRow.Status.OK, ""));
      store.append(
          Samples.trialRow(
              store.begin(Samples.planned("fastapi", 1)),
              TrialRow.Status.FAILED,
              "died: \"out of memory\",\nlast line"));
    }

    assertMatchesButForNewKeys(run.resolve("run.json"), "run.json");
    for (String name :
        List.of("trials.csv", "stages.csv", "classes.csv", "timeline.csv", "resources.csv")) {
      assertMatches(run.resolve(name), name);
    }
    for (String name : List.of("rtt.hlog", "service.hlog", "delivery.hlog")) {
      assertMatches(run.resolve("trials/node-ws-r1").resolve(name), name);
    }
  }

  @Test
  void everyFileOfACalibrationIsAsAgreed() throws Exception {
    Path folder = results.resolve("calibration-20260131-235958");
    try (CalibrationStore store =
        CalibrationStore.create(results, Optional.empty(), CalibrationSamples.origin(false))) {
      assertThat(store.folder()).isEqualTo(folder);
      for (CalibrationCase ended : CalibrationSamples.cases()) {
        store.append(ended);
      }
      store.fail("cut: the reference server exited with status 1 after 3.2 s");
      store.complete();
    }

    assertMatches(folder.resolve("calibration.csv"), "calibration.csv");
    assertMatches(folder.resolve("calibration.json"), "calibration.json");
  }

  private static void assertMatches(Path file, String golden) throws IOException {
    // What is compressed is up to the JDK's zlib; what it says has a test of its own.
    String actual =
        Files.readString(file)
            .replaceAll(",HISTF[A-Za-z0-9+/=]+", ",HISTF")
            .replaceAll("(,stroke,.*,300,)\\d+(?=[,\r])", "$1DEFLATED");
    assertThat(actual).as(golden).isEqualTo(content(golden));
  }

  /** The plan has every key that it had, as it had it and in that order; it may have others. */
  private static void assertMatchesButForNewKeys(Path file, String golden) throws IOException {
    String actual = Files.readString(file);
    String expected = content(golden);
    assertThat(PLAN.matcher(actual).replaceFirst(""))
        .as(golden)
        .isEqualTo(PLAN.matcher(expected).replaceFirst(""));
    assertThat(planKeys(actual)).as(golden).containsSubsequence(planKeys(expected));
  }

  /** A line each, without the comma that is there only if another key comes after it. */
  private static List<String> planKeys(String json) {
    Matcher plan = PLAN.matcher(json);
    assertThat(plan.find()).isTrue();
    return plan.group().lines().map(line -> line.replaceFirst(",$", "")).toList();
  }

  private static String content(String golden) throws IOException {
    try (InputStream expected = GoldenFileTest.class.getResourceAsStream(golden)) {
      assertThat(expected).as(golden).isNotNull();
      return new String(expected.readAllBytes(), UTF_8);
    }
  }
}
