package org.boardbench.report.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.boardbench.report.SyntheticMicro;
import org.boardbench.report.SyntheticRun;
import org.boardbench.results.StoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MicroReaderTest {
  @TempDir private Path temp;
  private Path folder;

  @BeforeEach
  void writeMicro() throws IOException {
    folder = SyntheticMicro.write(temp.resolve("micro-20260131-180000"));
  }

  @Test
  void readsEveryRow() throws Exception {
    StoredMicro micro = MicroReader.read(folder);

    assertThat(micro.name()).isEqualTo("micro-20260131-180000");
    assertThat(micro.runId()).isEqualTo("micro-20260131-180000");
    assertThat(micro.quick()).isFalse();
    assertThat(micro.notes()).isEmpty();
    assertThat(micro.failures()).isEmpty();
    assertThat(micro.warnings()).containsExactly("JMH <warns> of a turbo");
    assertThat(micro.rows("JsonBytesBenchmark.read")).hasSize(6 * 3);
    assertThat(micro.rows("NoBenchmark.here")).isEmpty();
    MicroRow first = micro.rows("SocketBenchmark.publish").getFirst();
    assertThat(first.by()).isEqualTo("write-each");
    assertThat(first.group()).isEqualTo("sockets");
    assertThat(first.payloadBytes()).hasValue(300);
    assertThat(first.members()).hasValue(10);
    assertThat(first.scoreNsPerDelivery()).isEqualTo(first.scoreNs() / 10);
    assertThat(first.cpuNsPerDelivery()).isEqualTo(first.cpuNs() / 10);
  }

  @Test
  void readsAnEmptyCellAsNotMeasuredAndNeverAsZero() throws Exception {
    StoredMicro micro = MicroReader.read(folder);

    assertThat(micro.rows("MaskBenchmark.mask").get(1).errorNs()).isNaN();
    assertThat(micro.rows("SocketBenchmark.publish").get(2).cpuNs()).isNaN();
    assertThat(micro.rows("MaskBenchmark.mask").getFirst().encodedBytes()).isNaN();
    assertThat(micro.rows("MaskBenchmark.mask").getFirst().scoreNsPerDelivery()).isNaN();
    assertThat(micro.rows("DispatchBenchmark.oneBoard").getFirst().payloadBytes()).isEmpty();
  }

  @Test
  void takesWhatAnUnfinishedRunHasAndSaysSo() throws Exception {
    replaceInJson("\"complete\": true", "\"complete\": false");
    keepLines(1 + 7);

    StoredMicro micro = MicroReader.read(folder);

    assertThat(micro.rows()).hasSize(7);
    assertThat(micro.notes())
        .containsExactly("Unfinished: this run of the microbenchmarks broke off after 7 rows.");
  }

  @Test
  void saysHowManyBenchmarksFailedAndKeepsTheirLines() throws Exception {
    replaceInJson(
        "\"failures\": []", "\"failures\": [\"CodecBenchmark.read gson: out of memory\"]");

    StoredMicro micro = MicroReader.read(folder);

    assertThat(micro.failures()).containsExactly("CodecBenchmark.read gson: out of memory");
    assertThat(micro.notes()).containsExactly("Failed, and therefore not shown: 1 benchmark.");
  }

  @Test
  void saysThatItWasAQuickOneAlsoWhenOneOfItsRowsIsAlone() throws Exception {
    assertThat(MicroReader.read(SyntheticMicro.writeQuick(temp.resolve("quick"))).notes())
        .singleElement()
        .asString()
        .startsWith("A quick run of the microbenchmarks");

    replace(2, ",false,", ",true,");
    assertThat(MicroReader.read(folder).quick()).isTrue();
  }

  @Test
  void ignoresATornLastLineWithANote() throws Exception {
    Path file = folder.resolve("micro.csv");
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 2));

    assertThat(MicroReader.read(folder).notes())
        .containsExactly("The last line of micro.csv is cut off and was not read.");
  }

  @Test
  void refusesARunInWhichNoBenchmarkHasEnded() throws Exception {
    keepLines(1);

    assertRefused("micro.csv: no benchmark has ended, so nothing to report");
  }

  @Test
  void knowsARunOfTheMicrobenchmarksByEitherFile() throws Exception {
    assertThat(MicroReader.isMicro(folder)).isTrue();
    Files.delete(folder.resolve("micro.csv"));
    assertThat(MicroReader.isMicro(folder)).isTrue();
    assertRefused("micro.csv: missing");
    Files.delete(folder.resolve("micro.json"));
    assertThat(MicroReader.isMicro(folder)).isFalse();
  }

  @Test
  void refusesAFolderThatHoldsAnotherKindOfRun() throws Exception {
    Path sweep = SyntheticRun.write(temp.resolve("paper-20260131-120000"), 1, 1);

    assertThatThrownBy(() -> MicroReader.read(sweep))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            sweep + ": not the folder of a run of the microbenchmarks: micro.csv is missing");
    assertThatThrownBy(() -> MicroReader.read(temp.resolve("none")))
        .hasMessage(temp.resolve("none") + ": no such folder");
  }

  @Test
  void refusesBrokenOutputOfJmhThoughNothingIsReadFromIt() throws Exception {
    Files.writeString(folder.resolve("micro.json"), "[ { \"jmhVersion\" : ");
    assertThatThrownBy(() -> MicroReader.read(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(folder + ": micro.json: not JSON: ");
    Files.writeString(folder.resolve("micro.json"), "{}");
    assertRefused("micro.json: must hold a list of results");
  }

  @Test
  void refusesAManifestThatItDoesNotUnderstand() throws Exception {
    assertManifestRefused(
        "\"format\": 1", "\"format\": 2", "has format 2; this version understands up to 1");
    assertManifestRefused(
        "\"kind\": \"micro\"", "\"kind\": \"macro\"", "kind must be \"micro\", was \"macro\"");
    assertManifestRefused("\"run_id\": \"micro-20260131-180000\", ", "", "run_id must be a text");
    assertManifestRefused(
        "\"complete\": true", "\"complete\": 1", "complete must be true or false");
    assertManifestRefused("\"quick\": false, ", "", "quick must be true or false");
    assertManifestRefused("\"failures\": []", "\"failures\": {}", "failures must be a list");
    assertManifestRefused("\"warnings\": [", "\"warnings\": [7, ", "warnings must be texts");

    Files.delete(folder.resolve("run.json"));
    assertRefused("run.json: missing");
  }

  @Test
  void namesFileLineColumnAndValueOfACellThatItCannotRead() throws Exception {
    assertRowRefused(",avgt,", ",thrpt,", "mode: must be avgt, was \"thrpt\"");
    assertRowRefused(",ns/op,", ",us/op,", "unit: must be ns/op, was \"us/op\"");
    assertRowRefused(",300,", ",many,", "payload_bytes: must be a whole number, was \"many\"");
    assertRowRefused(",300,,", ",0,,", "payload_bytes: must be at least 1 or empty, was \"0\"");
    assertRowRefused(",300,,", ",300,-5,", "members: must be at least 1 or empty, was \"-5\"");
    assertRowRefused(",false,", ",,", "quick: must be true or false, was \"\"");
  }

  @Test
  void namesALineWithTooManyCells() throws Exception {
    replace(2, ",avgt,", ",avgt,1,");

    assertRefused("micro.csv, line 2: must have 18 cells, has 19");
  }

  @Test
  void namesAMissingColumn() throws Exception {
    replace(1, "cpu_ns_per_op", "cpu");

    assertRefused("micro.csv, line 1: missing column cpu_ns_per_op");
  }

  @Test
  void refusesABenchmarkThatAppearsTwiceWithTheSameParameters() throws Exception {
    Path file = folder.resolve("micro.csv");
    List<String> lines = Files.readAllLines(file);
    lines.add(2, lines.get(1));
    Files.write(file, lines);

    assertRefused(
        "micro.csv, line 3, column benchmark: appears twice with these parameters:"
            + " \"CodecBenchmark.read\"");
  }

  private void assertManifestRefused(String what, String by, String message) throws IOException {
    SyntheticMicro.write(folder);
    replaceInJson(what, by);
    assertRefused("run.json: " + message);
  }

  /**
   * @param message from the column's name on
   */
  private void assertRowRefused(String what, String by, String message) throws IOException {
    SyntheticMicro.write(folder);
    replace(2, what, by);
    assertRefused("micro.csv, line 2, column " + message);
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> MicroReader.read(folder))
        .isInstanceOf(StoreException.class)
        .hasMessage(folder + ": " + message);
  }

  private void keepLines(int lines) throws IOException {
    Path file = folder.resolve("micro.csv");
    Files.write(file, Files.readAllLines(file).subList(0, lines));
  }

  private void replaceInJson(String what, String by) throws IOException {
    Path file = folder.resolve("run.json");
    String text = Files.readString(file);
    assertThat(text).contains(what);
    Files.writeString(file, text.replace(what, by));
  }

  /** Replaces in one line, which counts from 1. */
  private void replace(int line, String what, String by) throws IOException {
    Path file = folder.resolve("micro.csv");
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(line - 1)).contains(what);
    lines.set(line - 1, lines.get(line - 1).replaceFirst(Pattern.quote(what), by));
    Files.write(file, lines);
  }
}
