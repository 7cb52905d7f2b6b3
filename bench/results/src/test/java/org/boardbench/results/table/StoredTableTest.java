package org.boardbench.results.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.boardbench.results.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredTableTest {
  private record Row(String name, OptionalDouble ms) {}

  private static final Columns<Row> COLUMNS = Columns.first();
  private static final Column<Row> NAME = COLUMNS.name("name", "Its name.", Row::name);
  private static final Column<Row> MS = COLUMNS.decimal("ms", "ms", 1, "A time.", Row::ms);
  private static final Column<Row> LATER = COLUMNS.edition(2).count("later", "One.", _ -> 1);
  private static final TableSpec<Row> SPEC = new TableSpec<>("rows.csv", "A row.", COLUMNS.all());

  @TempDir private Path folder;

  @Test
  void readsWhatWasWrittenAndTakesAnEmptyCellAsNotMeasured() throws Exception {
    try (TableFile<Row> file = TableFile.create(folder, SPEC)) {
      file.append(List.of(new Row("a, \"b\"", OptionalDouble.of(1.25))));
      file.append(List.of(new Row("c", OptionalDouble.empty())));
    }

    List<StoredRow<Row>> rows = StoredTable.read(folder, SPEC).rows();
    assertThat(rows.getFirst().text(NAME)).isEqualTo("a, \"b\"");
    assertThat(rows.getFirst().measured(MS)).hasValue(1.3);
    assertThat(rows.getLast().measured(MS)).isEmpty();
    assertThat(rows.getLast().figure(LATER)).isOne();
  }

  @Test
  void aFileOfAnEarlierEditionLacksTheLaterColumnsAndGoesOnWithoutThem() throws Exception {
    write("name,ms\r\na,1.0\r\n");
    try (TableFile<Row> file = TableFile.reopen(folder, SPEC)) {
      file.append(List.of(new Row("b", OptionalDouble.of(2))));
    }

    assertThat(folder.resolve("rows.csv")).content().isEqualTo("name,ms\r\na,1.0\r\nb,2.0\r\n");
    assertThat(StoredTable.read(folder, SPEC).rows())
        .allSatisfy(row -> assertThat(row.measured(LATER)).isEmpty());
  }

  @Test
  void aFileThatIsOpenedGoesOnWhereThereIsOneAndElseIsNew() throws Exception {
    for (String name : List.of("a", "b")) {
      try (TableFile<Row> file = TableFile.open(folder, SPEC)) {
        file.append(List.of(new Row(name, OptionalDouble.empty())));
      }
    }

    assertThat(folder.resolve("rows.csv")).content().isEqualTo("name,ms,later\r\na,,1\r\nb,,1\r\n");
  }

  @Test
  void aTornLastLineIsNotRead() throws Exception {
    for (String torn : List.of("b,2.0,1", "b,2.0\r\n")) {
      write("name,ms,later\r\na,1.0,1\r\n" + torn);

      StoredTable<Row> table = StoredTable.read(folder, SPEC);

      assertThat(table.isTorn()).isTrue();
      assertThat(table.rows()).hasSize(1);
    }
  }

  @Test
  void saysInOneLineWhichCellOrColumnIsWrong() throws Exception {
    write("name,ms\r\na,fast\r\n");
    assertRefused("rows.csv, line 2, column ms: must be a number or empty, was \"fast\"");
    write("name,ms\r\n,1.0\r\n");
    assertRefused("rows.csv, line 2, column name: must not be empty");
    write("name\r\na\r\n");
    assertRefused("rows.csv, line 1: missing column ms");
  }

  private void write(String text) throws Exception {
    Files.writeString(folder.resolve("rows.csv"), text);
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> StoredTable.read(folder, SPEC))
        .isInstanceOf(StoreException.class)
        .hasMessage(message);
  }
}
