package org.boardbench.results.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.TableSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeclarationsTest {
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
}
