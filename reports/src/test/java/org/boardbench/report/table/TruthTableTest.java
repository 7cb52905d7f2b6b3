package org.boardbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.boardbench.report.SyntheticCalibration;
import org.boardbench.report.stored.CalibrationReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthTableTest {
  @TempDir private Path temp;
  private TruthTable table;

  @BeforeEach
  void readCalibration() throws Exception {
    table = TruthTable.of(CalibrationReader.read(SyntheticCalibration.write(temp.resolve("c"))));
  }

  @Test
  void csvIsTheGoldenFile() throws Exception {
    assertThat(TruthTableText.csv(table)).isEqualTo(golden("calibration.csv"));
  }

  @Test
  void markdownIsTheGoldenFileAlsoUnderACommaLocale() throws Exception {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(TruthTableText.markdown(table)).isEqualTo(golden("calibration.md"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void leavesOutForReadersWhatWasNotInjectedAndNotFound() {
    assertThat(table.rows()).hasSize(4 * 7 + 5 * 3);
    assertThat(table.cells()).noneMatch(cells -> cells.get(1).equals("misrouted"));
    assertThat(table.caption()).startsWith("Checks: 32, of which missed: 2.");
  }

  private static String golden(String name) throws IOException {
    try (var in = TruthTableTest.class.getResourceAsStream("/golden/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
