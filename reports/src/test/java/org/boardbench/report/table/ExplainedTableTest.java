package org.boardbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.boardbench.report.SyntheticMicro;
import org.boardbench.report.SyntheticRun;
import org.boardbench.report.explain.Explainer;
import org.boardbench.report.stored.MicroReader;
import org.boardbench.report.stored.RunReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainedTableTest {
  private static final Locale LOCALE = Locale.getDefault();

  @TempDir private Path temp;
  private ExplainedTable table;

  @BeforeEach
  void explain() throws Exception {
    Path run = SyntheticRun.writeWithFloor(temp.resolve("paper-20260131-120000"), 2, 1);
    Path micro = SyntheticMicro.write(temp.resolve("micro-20260131-180000"));
    table =
        new ExplainedTable(
            new Explainer(RunReader.read(run), MicroReader.read(micro)).explanation());
  }

  @AfterEach
  void restore() {
    Locale.setDefault(LOCALE);
  }

  /** With two repetitions, an invalid row, a rest below zero and an unknown part. */
  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "ar-EG", "tr-TR"})
  void isTheGoldenFilesUnderEveryLocale(String locale) throws Exception {
    Locale.setDefault(Locale.forLanguageTag(locale));

    assertThat(table.csv()).isEqualTo(golden("explained.csv"));
    assertThat(table.markdown()).isEqualTo(golden("explained.md"));
  }

  private static String golden(String name) throws IOException {
    try (var in = ExplainedTableTest.class.getResourceAsStream("/golden/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
