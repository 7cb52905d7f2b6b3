package org.boardbench.browser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.boardbench.browser.chromium.BrowserHere;
import org.boardbench.results.column.FeltColumns;
import org.boardbench.results.column.ResourceColumns;
import org.boardbench.results.column.StageColumns;
import org.boardbench.results.row.FeltRecord;
import org.boardbench.results.table.CellType;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;
import org.boardbench.results.table.StoredTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole small run with a browser beside the virtual users. */
class FeltCommandIT {
  private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void aRunHasARowOfWhatWasFeltForEachStageAndTheDriversAccountStaysExact() throws Exception {
    BrowserHere.orSkip();
    Path run = folder.resolve("run");

    int status =
        execute(
            "felt",
            "--targets",
            "reference",
            "--users",
            "20,40",
            "--ramp",
            "1s",
            "--hold",
            "3s",
            "--repetitions",
            "1",
            "--metrics-port",
            "off",
            "--quiet",
            "--out",
            run.toString());

    assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
    List<StoredRow<FeltRecord>> rows = StoredTable.read(run, FeltColumns.TABLE).rows();
    assertThat(rows)
        .hasSize(2)
        .allSatisfy(row -> {
          assertThat(row.text(FeltColumns.TARGET)).isEqualTo("reference");
          assertThat(row.figure(FeltColumns.SHOWN)).isGreaterThan(20);
          assertThat(row.figure(FeltColumns.FELT_REMOTE_P50_MS)).isPositive();
          assertThat(row.figure(FeltColumns.BROWSER_FPS)).isPositive();
          assertThat(row.figure(FeltColumns.BROWSER_CPU_MEAN_PCT)).isPositive();
          assertThat(row.text(FeltColumns.ENDED)).isEmpty();
        });
    assertThat(StoredTable.read(run, StageColumns.TABLE).rows())
        .allSatisfy(row -> {
          assertThat(cell(row, "lost")).isEqualTo("0");
          assertThat(cell(row, "misrouted")).isEqualTo("0");
          assertThat(cell(row, "corrupt")).isEqualTo("0");
        });
    assertThat(StoredTable.read(run, ResourceColumns.TABLE).rows())
        .extracting(row -> cell(row, "component"))
        .contains("server", "driver", "browser");
    assertThat(Files.readString(run.resolve("trials/reference-r1/felt.hlog")))
        .contains("felt_remote-h1", "felt_remote-h2", "felt_server-h2");
  }

  @Test
  void aServerThatDoesNotSpeakThePagesProtocolIsRefusedBeforeAnythingStarts() {
    assertThat(
            execute("felt", "--targets", "spring-stomp", "--out", folder.resolve("x").toString()))
        .isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("targets: spring-stomp speaks stomp, and the page raw\n");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void whatIsOutOfItsBoundsIsToldTogether() {
    assertThat(execute("felt", "--targets", "reference", "--peers", "1", "--draw-rate", "200"))
        .isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "--peers: must be from 2 to 200, was 1", "--draw-rate: must be from 1 to 50, was 200");
  }

  private int execute(String... arguments) {
    return BrowserProgram.execute(
        new BrowserProgram.World(
            HOME,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            OptionalInt.empty()),
        arguments);
  }

  private static <R> String cell(StoredRow<R> row, String column) {
    return row.text(new Column<>(column, CellType.TEXT, "", 1, "", _ -> ""));
  }
}
