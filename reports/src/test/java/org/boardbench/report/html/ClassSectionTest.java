package org.boardbench.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.boardbench.report.SyntheticClasses;
import org.boardbench.report.SyntheticRun;
import org.boardbench.report.stored.RunReader;
import org.boardbench.report.table.ClassTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassSectionTest {
  @TempDir private Path temp;

  @Test
  void setsTheClassesOfEachTargetBesideEachOtherWhereARunHasSeveral() throws Exception {
    assertThat(html("stroke", "cursor"))
        .startsWith("<section id=\"classes\">\n<h2>Message classes</h2>")
        .contains("<tr><th>Variant</th><th>Users</th><th>Class</th><th>Sent</th>")
        .contains("<td>node-ws</td><td>100</td><td>stroke</td><td>6000")
        .contains("<td></td><td>100</td><td>cursor</td><td>6000")
        .contains("The class cursor is droppable")
        .contains("<a href=\"tables/classes.md\">MD</a>");
  }

  @Test
  void saysNothingWhereAllMessagesAreOfOneClass() throws Exception {
    assertThat(html("stroke")).isEmpty();
  }

  private String html(String... classes) throws Exception {
    Path folder = SyntheticRun.write(temp.resolve("run"), 2, 1);
    SyntheticClasses.add(folder, List.of(classes));
    return Templates.html("section", new ClassSection(ClassTable.of(RunReader.read(folder))));
  }
}
