package org.boardbench.results.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.TableSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeclarationsTest {
  private static final Path KEPT = Path.of("../../results/reference");

  static List<TableSpec<?>> tables() {
    return TablesPage.TABLES;
  }

  @ParameterizedTest
  @MethodSource("tables")
  <R> void everyColumnHasANameOfItsOwnAndAMeaning(TableSpec<R> table) {
    assertThat(table.header()).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9_]+"));
    assertThat(table.columns())
        .extracting(Column::doc)
        .allSatisfy(doc -> assertThat(doc).endsWith(".").doesNotContain("|", "\n"));
  }

  /** Files of an earlier edition have the columns up to some place, and none after it. */
  @ParameterizedTest
  @MethodSource("tables")
  <R> void laterColumnsComeAfterEarlierOnes(TableSpec<R> table) {
    assertThat(table.columns()).extracting(Column::edition).isSorted();
  }

  static List<Arguments> keptFiles() {
    return List.of(
        arguments(TrialColumns.TABLE, KEPT),
        arguments(StageColumns.TABLE, KEPT),
        arguments(SecondColumns.TABLE, KEPT),
        arguments(ResourceColumns.TABLE, KEPT),
        arguments(CalibrationColumns.TABLE, KEPT.resolve("calibration")),
        arguments(MicroColumns.TABLE, KEPT.resolve("micro")));
  }

  /** Programs of other people count columns too. */
  @ParameterizedTest
  @MethodSource("keptFiles")
  <R> void theColumnsOfARunThatWasKeptStayTheFirstOnesInTheirOrder(TableSpec<R> table, Path folder)
      throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve(table.fileName()))) {
      assertThat(table.header()).startsWith(lines.findFirst().orElseThrow().split(","));
    }
  }
}
