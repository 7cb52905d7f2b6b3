package org.boardbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.boardbench.findings.starts.Where;
import org.boardbench.report.claims.Claim;
import org.boardbench.report.claims.ClaimsFile;
import org.boardbench.report.claims.reading.ClaimsReader;
import org.junit.jupiter.api.Test;

/** The paper's advice on tuning: what is asked of it, and the plan that is to answer. */
class TuningClaimsTest {
  private static final Path CLAIMS = Path.of("..", "bench", "experiments", "tuning.claims.yaml");

  private static final Pattern VARIANT =
      Pattern.compile("^  - \\{ (?:name|target): ([a-z0-9-]+),", Pattern.MULTILINE);

  @Test
  void everyVariantOfThePlanIsAskedForAndNoOther() throws Exception {
    Set<String> ofPlan =
        VARIANT
            .matcher(Files.readString(CLAIMS.resolveSibling("tuning.yaml")))
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toSet());
    ClaimsFile claims = ClaimsReader.read(CLAIMS);
    Set<String> asked = new HashSet<>();
    claims.claims().stream()
        .flatMap(claim -> claim.all().stream())
        .flatMap(statement -> statement.where().stream())
        .map(Where::variant)
        .forEach(asked::add);

    assertThat(ofPlan).hasSize(37);
    assertThat(claims.variants()).containsExactlyInAnyOrderElementsOf(ofPlan);
    assertThat(asked).isEqualTo(ofPlan);
    assertThat(claims.claims()).allMatch(Claim::isOfEffects);
  }
}
