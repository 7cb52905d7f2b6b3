package org.boardbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.report.SyntheticClasses;
import org.boardbench.report.SyntheticRun;
import org.boardbench.report.stored.RunReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassTableTest {
  @TempDir private Path temp;
  private Path folder;

  @BeforeEach
  void writeRun() throws Exception {
    folder = SyntheticRun.write(temp.resolve("run"), 2, 1);
  }

  private ClassTable table() throws Exception {
    return ClassTable.of(RunReader.read(folder));
  }

  @Test
  void saysNothingWhereAllMessagesAreOfOneClassOrNobodyKnows() throws Exception {
    assertThat(table().isOfOneClass()).isTrue();

    SyntheticClasses.add(folder, List.of("stroke"));

    assertThat(table().isOfOneClass()).isTrue();
  }

  @Test
  void hasALineForEachClassOfEachStageWithTheEstimateOverTheStarts() throws Exception {
    SyntheticClasses.add(folder, List.of("stroke", "cursor"));
    Path file = folder.resolve("classes.csv");
    Files.writeString(
        file,
        Files.readString(file)
            .replaceAll("(?<start>-r1,node-ws,1,\\d+,1,100,cursor,6000),[^,]*", "${start},5000")
            .replaceAll("(?<start>-r2,node-ws,2,\\d+,1,100,cursor,6000),[^,]*", "${start},5500"));

    assertThat(table().isOfOneClass()).isFalse();
    List<String> lines = MarkdownTableText.of(table().shown()).lines().toList();
    assertThat(lines).hasSize(4 + 6 * 5 * 2);
    assertThat(lines.get(2))
        .startsWith("| Variant | Users | Class | Sent | Loss of expected (%) |")
        .contains("| Late (%) |");
    assertThat(lines).filteredOn(line -> line.startsWith("| node-ws | 100 |")).hasSize(2);
    assertThat(lines).anyMatch(line -> line.startsWith("| node-ws | 100 | stroke | 6000 | 0 |"));
    assertThat(lines).anyMatch(line -> line.startsWith("| node-ws | 100 | cursor | 5250 | 0 |"));
  }

  @Test
  void threeStartsHaveIntervalsAndInvalidRowsAMark() throws Exception {
    folder = SyntheticRun.write(temp.resolve("three"), 3, 1);
    SyntheticClasses.add(folder, List.of("stroke", "cursor"));

    ResultTable shown = table().shown();

    int rtt = shown.header().indexOf("RTT p95") - 2;
    assertThat(shown.rows())
        .filteredOn(row -> row.target().equals("spring-websocket") && row.users().equals("100"))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.cells().get(rtt).range()).isNotEmpty());
    assertThat(shown.rows())
        .filteredOn(row -> !row.valid())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.users()).endsWith("†"));
    assertThat(shown.caption()).contains("Rows with † are invalid");
  }

  @Test
  void saysWhichClassIsDroppableAndWhatOfItCameLate() throws Exception {
    SyntheticClasses.add(folder, List.of("stroke", "cursor"));

    ResultTable shown = table().shown();

    assertThat(shown.caption()).contains("The class cursor is droppable");
    int late = shown.header().indexOf("Late (%)") - 2;
    assertThat(shown.rows().subList(0, 2))
        .extracting(row -> row.cells().get(late).value())
        .containsExactly("", "2.50");
  }

  @Test
  void mayBeOfOneVariantAlone() throws Exception {
    SyntheticClasses.add(folder, List.of("stroke", "cursor"));

    assertThat(ClassTable.of(RunReader.read(folder), "node-ws"::equals).shown().rows())
        .hasSize(5 * 2)
        .allMatch(row -> row.target().equals("node-ws"));
  }
}
