package org.boardbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.boardbench.report.SyntheticMicro;
import org.boardbench.report.stored.MicroReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MicroTableTest {
  private static final Locale LOCALE = Locale.getDefault();

  @TempDir private Path temp;
  private MicroTable table;

  @BeforeEach
  void readMicro() throws Exception {
    table = new MicroTable(MicroReader.read(SyntheticMicro.writeQuick(temp.resolve("m"))));
  }

  @AfterEach
  void restore() {
    Locale.setDefault(LOCALE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "ar-EG", "tr-TR"})
  void isTheGoldenFilesUnderEveryLocale(String locale) throws Exception {
    Locale.setDefault(Locale.forLanguageTag(locale));

    assertThat(MicroTableText.csv(table)).isEqualTo(golden("micro.csv"));
    assertThat(MicroTableText.markdown(table)).isEqualTo(golden("micro.md"));
  }

  @Test
  void statesTimesInTheUnitThatReadsBest() {
    assertThat(TimeText.of(412.4)).isEqualTo("412 ns");
    assertThat(TimeText.of(1304)).isEqualTo("1.30 µs");
    assertThat(TimeText.of(25_100_000)).isEqualTo("25.1 ms");
    assertThat(TimeText.of(Double.NaN)).isEmpty();
    assertThat(TimeText.signed(-1304)).isEqualTo("−1.30 µs");
    assertThat(TimeText.signed(3)).isEqualTo("+3.00 ns");
  }

  private static String golden(String name) throws IOException {
    try (var in = MicroTableTest.class.getResourceAsStream("/golden/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
