package org.boardbench.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.boardbench.report.SyntheticRun;
import org.boardbench.report.figure.FigureSet;
import org.boardbench.report.stored.RunReader;
import org.boardbench.report.stored.StoredRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureSectionTest {
  private static final String HOSTILE = "../<script>alert(1)</script>";

  @TempDir private Path temp;

  @Test
  void theFiguresOfEachGroupStandUnderItsTitleWhichCannotInjectNorLeadOutOfTheFolder()
      throws Exception {
    StoredRun run =
        RunReader.read(
            SyntheticRun.writeInGroups(temp.resolve("run"), List.of("plain", HOSTILE), 1, 1));

    String page =
        new IndexPage(run, List.of(new FigureSection("Figures", "", FigureSet.of(run).byGroup())))
            .html();

    assertThat(page)
        .containsSubsequence(
            "<h3>plain</h3>",
            "figures/users-overview-plain.png",
            "<h3>../&lt;script&gt;alert(1)&lt;/script&gt;</h3>",
            "figures/users-overview-script-alert-1-script.png",
            "Group ../&lt;script&gt;alert(1)&lt;/script&gt;. ")
        .doesNotContain("<script>alert", "figures/users-overview.png");
    assertThat(page.lines()).noneMatch(String::isBlank);
  }
}
