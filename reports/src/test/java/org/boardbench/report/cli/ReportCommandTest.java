package org.boardbench.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.boardbench.report.SyntheticCalibration;
import org.boardbench.report.SyntheticMicro;
import org.boardbench.report.SyntheticRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  @TempDir private Path results;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void reportsTheNewestRunByDefault() throws Exception {
    SyntheticRun.write(results.resolve("zoo-20260130-235959"), 1, 1);
    Path newest = SyntheticRun.write(results.resolve("paper-20260131-000000"), 1, 1);
    SyntheticRun.write(results.resolve("reference"), 1, 1);

    assertThat(execute("--results", results.toString())).isZero();

    assertThat(newest.resolve("report/index.html")).exists();
    assertThat(out.toString())
        .contains("Left out: zoo-r1 failed")
        .contains("Wrote 15 figures")
        .doesNotContain("xplained")
        .endsWith(newest.resolve("report/index.html") + System.lineSeparator());
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void saysThatThereIsNoRunWhereThereAreCalibrationsOnly() throws Exception {
    SyntheticCalibration.write(results.resolve("calibration-20260131-235958"));

    assertThat(execute("--results", results.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("no run in it");
  }

  @Test
  void reportsACalibrationThatIsNamedAndWhatItMissed() throws Exception {
    Path folder = SyntheticCalibration.write(results.resolve("calibration-20260131-235958"));

    assertThat(execute(folder.toString())).isZero();

    assertThat(out.toString())
        .contains("Missed: swap reordered")
        .contains("Wrote 3 figures")
        .endsWith(folder.resolve("report/index.html") + System.lineSeparator());
    assertThat(folder.resolve("report/figures/calibration-delay.pdf")).exists();
  }

  @Test
  void refusesARunOfANewerFormatInOneLine() throws Exception {
    Path folder = SyntheticRun.write(results.resolve("paper-20260131-235959"), 1, 1);
    Path json = folder.resolve("run.json");
    String text = Files.readString(json);
    Files.writeString(json, text.replace("\"formatVersion\": 1", "\"format\": 99"));

    assertThat(execute(folder.toString())).isEqualTo(2);

    assertThat(err.toString().strip())
        .isEqualTo(
            "report: " + folder + ": run.json: has format 99; this version understands up to 1");
    assertThat(folder.resolve("report")).doesNotExist();
  }

  @Test
  void refusesABrokenCalibrationInOneLine() throws Exception {
    Path folder = SyntheticCalibration.write(results.resolve("calibration-20260131-235958"));
    Files.writeString(folder.resolve("calibration.json"), "{\"format\": ");

    assertThat(execute(folder.toString())).isEqualTo(2);

    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).startsWith("report: " + folder + ": calibration.json: not JSON: ");
    assertThat(folder.resolve("report")).doesNotExist();
  }

  @Test
  void reportsARunOfTheMicrobenchmarksThatIsNamed() throws Exception {
    Path folder = SyntheticMicro.write(results.resolve("micro-20260131-180000"));

    assertThat(execute(folder.toString())).isZero();

    assertThat(out.toString())
        .contains("Wrote 9 figures")
        .endsWith(folder.resolve("report/index.html") + System.lineSeparator());
    assertThat(folder.resolve("report/figures/micro-fan-out.pdf")).exists();
  }

  @Test
  void explainsARunByTheOneThatIsAskedForAndShowsItOnItsPage() throws Exception {
    Path run = SyntheticRun.write(results.resolve("paper-20260130-000000"), 1, 1);
    Path micro = SyntheticMicro.write(results.resolve("elsewhere/kept"));

    assertThat(execute("--results", results.toString(), "--micro", micro.toString())).isZero();

    assertThat(out.toString())
        .contains("CPU per delivery explained by micro-20260131-180000.")
        .contains("Wrote 16 figures");
    assertThat(run.resolve("report/tables/explained.csv")).exists();
    assertThat(run.resolve("report/tables/explained.md")).exists();
    assertThat(run.resolve("report/figures/explained.png")).exists();
    assertThat(Files.readString(run.resolve("report/index.html")))
        .contains("<h2>What a delivery costs, by parts</h2>")
        .contains("figures/explained.svg")
        .contains("tables/explained.csv")
        .contains("<li>spring-stomp, frame-in: Draft_6455 stands in");
  }

  @Test
  void writesNoExplanationOfAnotherMachineTakesAnOldOneAwayAndSaysWhy() throws Exception {
    Path run = SyntheticRun.write(results.resolve("paper-20260130-000000"), 1, 1);
    Path micro = SyntheticMicro.write(results.resolve("micro-20260131-180000"));
    assertThat(execute("--results", results.toString())).isZero();
    assertThat(run.resolve("report/tables/explained.csv")).exists();

    replace(micro.resolve("run.json"), "\"cpu\": \"Synthetic\"", "\"cpu\": \"Other\"");
    assertThat(execute("--run", run.toString(), "--micro", micro.toString())).isZero();

    String line =
        "Not explained by micro-20260131-180000: another machine: cpu Synthetic in the run, Other"
            + " in the microbenchmark.";
    assertThat(out.toString().lines()).contains(line);
    assertThat(Files.readString(run.resolve("report/index.html"))).contains("<p>" + line + "</p>");
    assertThat(run.resolve("report/tables/explained.csv")).doesNotExist();
    assertThat(run.resolve("report/figures/explained.png")).doesNotExist();
  }

  @Test
  void refusesInOneLineWhatIsAskedForAsMicrobenchmarksAndIsNone() throws Exception {
    Path run = SyntheticRun.write(results.resolve("paper-20260130-000000"), 1, 1);
    Path micro = SyntheticMicro.write(results.resolve("micro-20260131-180000"));
    Path calibration = SyntheticCalibration.write(results.resolve("calibration-20260131-235958"));

    assertRefused(
        run + ": not the folder of a run of the microbenchmarks: micro.csv is missing",
        run.toString(),
        "--micro",
        run.toString());
    assertRefused(
        results.resolve("none") + ": no such folder",
        run.toString(),
        "--micro",
        results.resolve("none").toString());
    assertRefused(
        "--micro explains a run, and " + micro + " is a run of the microbenchmarks itself",
        micro.toString(),
        "--micro",
        micro.toString());
    assertRefused(
        "--micro explains a run, and " + calibration + " is a calibration",
        calibration.toString(),
        "--micro",
        micro.toString());
    replace(micro.resolve("micro.csv"), ",avgt,", ",ss,");
    assertRefused(
        micro + ": micro.csv, line 2, column mode: must be avgt, was \"ss\"",
        run.toString(),
        "--micro",
        micro.toString());
    assertThat(run.resolve("report")).doesNotExist();
  }

  @Test
  void judgesARunByTheClaimsThatAreAskedForAndEndsWellWhateverTheySay() throws Exception {
    Path run = SyntheticRun.write(results.resolve("paper-20260131-000000"), 3, 1);
    Path claims = claims("bound: { figure: rtt_mean_ms, of: node-ws, users: [100], below: 0.001 }");

    assertThat(execute(run.toString(), "--claims", claims.toString())).isZero();

    assertThat(err.toString()).isEmpty();
    assertThat(out.toString())
        .contains("Claims of my.claims.yaml: holds 0, does not hold 1, undecided 0, not judged 0.")
        .contains("  x: it is so → does not hold");
    assertThat(run.resolve("report/tables/claims.csv")).exists();
    assertThat(run.resolve("report/tables/claims.md")).exists();
    assertThat(run.resolve("report/tables/claims.tex")).exists();
    assertThat(run.resolve("report/tables/stated.csv")).doesNotExist();
  }

  @Test
  void namesWhatAnyClaimLooksAtAndTheRunDoesNotHave() throws Exception {
    Path run = SyntheticRun.write(results.resolve("paper-20260131-000000"), 1, 1);
    Path claims =
        claims(
            "bound: { figure: tps, of: node-ws, users: [100], above: 1 }",
            "bound: { figure: tps, of: node-ws, users: [123], above: 1 }");

    assertThat(execute(run.toString(), "--claims", claims.toString())).isZero();

    assertThat(err.toString())
        .isEqualTo(
            "report: my.claims.yaml: claims[2].all[1].bound.of: the run has no stage of 123 users,"
                + " only of 100, 300, 500, 700, 1000"
                + System.lineSeparator());
    assertThat(out.toString()).contains("undecided 1, not judged 1.");
  }

  @Test
  void refusesClaimsOfWhichTheRunSaysNothingAndFilesThatAreNone() throws Exception {
    Path run = SyntheticRun.write(results.resolve("paper-20260131-000000"), 1, 1);
    Path unknown = claims("bound: { figure: tps, of: node-ws, users: [123], above: 1 }");

    assertRefused(
        unknown
            + ": paper-20260131-000000 says nothing of any claim; my.claims.yaml:"
            + " claims[1].all[1].bound.of: the run has no stage of 123 users, only of 100, 300, 500,"
            + " 700, 1000",
        run.toString(),
        "--claims",
        unknown.toString());
    Path wrong = claims("bound: { figure: nothing, of: node-ws, above: 1 }");
    assertRefused(
        "my.claims.yaml: claims[1].all[1].bound.figure: must be a measured column of stages.csv, or"
            + " one / another, was nothing",
        run.toString(),
        "--claims",
        wrong.toString());
    Path none = results.resolve("none.yaml");
    assertRefused(
        "cannot read " + none + ": " + none + " does not exist",
        run.toString(),
        "--claims",
        none.toString());
    assertThat(run.resolve("report")).doesNotExist();
  }

  private Path claims(String... statements) throws IOException {
    StringBuilder yaml = new StringBuilder("variants: [node-ws]\nclaims:\n");
    for (int i = 0; i < statements.length; i++) {
      yaml.append(
          "  - { id: %s, says: it is so, all: [{ %s }] }\n"
              .formatted("xyz".charAt(i), statements[i]));
    }
    return Files.writeString(results.resolve("my.claims.yaml"), yaml);
  }

  private void assertRefused(String message, String... args) {
    err.getBuffer().setLength(0);
    assertThat(execute(args)).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("report: " + message + System.lineSeparator());
  }

  private static void replace(Path file, String what, String by) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(what);
    Files.writeString(file, text.replace(what, by));
  }

  @Test
  void refusesAFolderThatHoldsNoRunInOneLine() throws Exception {
    Path foreign = Files.createDirectory(results.resolve("foreign"));

    assertThat(execute("--run", foreign.toString())).isEqualTo(2);

    assertThat(err.toString())
        .isEqualTo(
            "report: "
                + foreign
                + ": not the folder of a run: run.json is missing"
                + System.lineSeparator());
    assertThat(foreign.resolve("report")).doesNotExist();
  }

  @Test
  void saysWhenThereIsNoRunAtAll() {
    assertThat(execute("--results", results.toString())).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "report: " + results + ": no run in it; start one, or name the folder of one");
  }

  @Test
  void refusesTwoRunsAtOnce() {
    assertThat(execute("a", "--run", "b")).isEqualTo(2);
    assertThat(err.toString()).contains("give the run once");
  }

  @Test
  void showsAnExampleInItsHelp() {
    assertThat(execute("--help")).isZero();
    assertThat(out.toString())
        .contains("report results/paper-20260131-120000")
        .contains("--micro results/micro-20260131-180000");
  }

  @Test
  void namesWhatTimelinesMayBe() {
    assertThat(execute("--timelines", "some")).isEqualTo(2);
    assertThat(err.toString()).contains("--timelines", "ALL, FEW, ONE", "some");
  }

  private int execute(String... args) {
    return ReportCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
