package org.boardbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.report.claims.JudgedClaim;
import org.boardbench.report.claims.JudgedFile;
import org.boardbench.report.claims.Verdict;
import org.boardbench.report.claims.reading.ClaimsReader;
import org.boardbench.report.stored.RunReader;
import org.junit.jupiter.api.Test;

/** The paper's claims and the real run that is committed: both name the same servers and stages. */
class ReferenceClaimsTest {
  private static final Path REFERENCE = Path.of("..", "results", "reference");
  private static final Path PAPER = Path.of("..", "bench", "experiments", "paper.claims.yaml");

  @Test
  void oneRepetitionDecidesNoneOfThePapersClaimsAndEachSaysWhy() throws Exception {
    RunStarts starts = RunStarts.of(RunReader.read(REFERENCE).stages());

    JudgedFile judged = ClaimsReader.read(PAPER).judged(starts);

    assertThat(judged.problems()).isEmpty();
    assertThat(judged.claims()).hasSize(9);
    assertThat(judged.claims()).extracting(JudgedClaim::verdict).containsOnly(Verdict.UNDECIDED);
    assertThat(judged.claims()).extracting(JudgedClaim::why).noneMatch(String::isEmpty);
    assertThat(judged.recommendations()).noneMatch(one -> one.isSure());
  }
}
