package org.boardbench.report.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.boardbench.report.SyntheticCalibration;
import org.boardbench.results.StoreException;
import org.boardbench.results.row.CalibrationPart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationReaderTest {
  @TempDir private Path temp;
  private Path folder;

  @BeforeEach
  void writeCalibration() throws IOException {
    folder = SyntheticCalibration.write(temp.resolve("calibration-20260131-235958"));
  }

  @Test
  void readsEveryRow() throws Exception {
    StoredCalibration calibration = CalibrationReader.read(folder);

    assertThat(calibration.name()).isEqualTo("calibration-20260131-235958");
    assertThat(calibration.rows(CalibrationPart.TRUTH)).hasSize(4 * 7 + 5 * 3);
    assertThat(calibration.rows(CalibrationPart.NOISE)).hasSize(5 * 8);
    assertThat(calibration.notes()).isEmpty();
    assertThat(calibration.failures())
        .containsExactly("swap reordered: truth 90 deliveries, measured 89 <one less>");
    CalibrationRow delay = row(calibration, "delay-10ms", "rtt_p99");
    assertThat(delay.truth()).isEqualTo(10.02);
    assertThat(delay.bound()).isEqualTo(25.01);
    assertThat(delay.ok()).contains(true);
    assertThat(delay.repetition()).isEmpty();
  }

  @Test
  void readsAnEmptyCellAsNotMeasuredAndNeverAsZero() throws Exception {
    StoredCalibration calibration = CalibrationReader.read(folder);

    assertThat(row(calibration, "cut", "lost").truth()).isNaN();
    assertThat(row(calibration, "cut", "lost").ok()).isEmpty();
    assertThat(row(calibration, "drop", "duplicated").measured()).isZero();
  }

  @Test
  void takesWhatAnUnfinishedCalibrationHasAndSaysSo() throws Exception {
    replaceInJson("\"complete\": true", "\"complete\": false");
    keepLines(1 + 2 * 7);

    StoredCalibration calibration = CalibrationReader.read(folder);

    assertThat(calibration.rows()).hasSize(2 * 7);
    assertThat(calibration.notes())
        .containsExactly("Unfinished: this calibration broke off after 2 cases.");
  }

  @Test
  void saysThatItWasAQuickOne() throws Exception {
    replaceInJson("\"quick\": false", "\"quick\": true");

    assertThat(CalibrationReader.read(folder).notes())
        .containsExactly("A quick calibration: fewer and shorter cases than a full one.");
  }

  @Test
  void ignoresATornLastLineWithANote() throws Exception {
    Path file = folder.resolve("calibration.csv");
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 2));

    assertThat(CalibrationReader.read(folder).notes())
        .containsExactly("The last line of calibration.csv is cut off and was not read.");
  }

  @Test
  void refusesACalibrationInWhichNoCaseHasEnded() throws Exception {
    keepLines(1);

    assertRefused("calibration.csv: no case has ended, so nothing to report");
  }

  @Test
  void namesTheOneOfTheTwoFilesThatIsMissing() throws Exception {
    Files.delete(folder.resolve("calibration.csv"));
    assertThat(CalibrationReader.isCalibration(folder)).isTrue();
    assertRefused("calibration.csv: missing");

    SyntheticCalibration.write(folder);
    Files.delete(folder.resolve("calibration.json"));
    assertThat(CalibrationReader.isCalibration(folder)).isTrue();
    assertRefused("calibration.json: missing");
  }

  @Test
  void refusesAManifestThatItDoesNotUnderstand() throws Exception {
    replaceInJson("\"format\": 1", "\"format\": 2");
    assertRefused("calibration.json: has format 2; this version understands up to 1");

    SyntheticCalibration.write(folder);
    replaceInJson("\"complete\": true, ", "");
    assertRefused("calibration.json: complete must be true or false");

    SyntheticCalibration.write(folder);
    replaceInJson("\"failures\": [\"", "\"failures\": [7, \"");
    assertRefused("calibration.json: failures must be texts");

    Files.writeString(folder.resolve("calibration.json"), "[1]");
    assertRefused("calibration.json: must hold one JSON object");
  }

  @Test
  void namesFileLineColumnAndValueOfACellThatItCannotRead() throws Exception {
    replace(2, "truth,drop", "truths,drop");
    assertRefused(
        "calibration.csv, line 2, column part: must be truth, capacity, noise or interference,"
            + " was \"truths\"");

    SyntheticCalibration.write(folder);
    replace(3, ",1240,1240,", ",1240,many,");
    assertRefused(
        "calibration.csv, line 3, column measured: must be a number or empty, was \"many\"");

    SyntheticCalibration.write(folder);
    replace(3, ",true", ",yes");
    assertRefused("calibration.csv, line 3, column ok: must be true, false or empty, was \"yes\"");
  }

  @Test
  void namesAMissingColumn() throws Exception {
    replace(1, "bound", "limit");

    assertRefused("calibration.csv, line 1: missing column bound");
  }

  @Test
  void refusesAFigureThatAppearsTwice() throws Exception {
    replace(5, "duplicated", "lost");

    assertRefused(
        "calibration.csv, line 5, column figure: appears twice in its case and repetition:"
            + " \"lost\"");
  }

  private static CalibrationRow row(StoredCalibration calibration, String name, String figure) {
    return calibration.rows().stream()
        .filter(row -> row.name().equals(name) && row.figure().equals(figure))
        .findFirst()
        .orElseThrow();
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> CalibrationReader.read(folder))
        .isInstanceOf(StoreException.class)
        .hasMessage(folder + ": " + message);
  }

  private void keepLines(int lines) throws IOException {
    Path file = folder.resolve("calibration.csv");
    Files.write(file, Files.readAllLines(file).subList(0, lines));
  }

  private void replaceInJson(String what, String by) throws IOException {
    Path file = folder.resolve("calibration.json");
    String text = Files.readString(file);
    assertThat(text).contains(what);
    Files.writeString(file, text.replace(what, by));
  }

  /** Replaces in one line, which counts from 1. */
  private void replace(int line, String what, String by) throws IOException {
    Path file = folder.resolve("calibration.csv");
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(line - 1)).contains(what);
    lines.set(line - 1, lines.get(line - 1).replaceFirst(Pattern.quote(what), by));
    Files.write(file, lines);
  }
}
