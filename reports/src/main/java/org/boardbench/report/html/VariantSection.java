package org.boardbench.report.html;

import java.util.List;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.StoredRun;

/** Where the page of each variant is. */
public record VariantSection(StoredRun run) implements Section {
  @Override
  public String anchor() {
    return "variants";
  }

  @Override
  public String title() {
    return "Each variant";
  }

  @Override
  public String link() {
    return "Variants";
  }

  @Override
  public boolean isThere() {
    return !names().isEmpty();
  }

  @Override
  public String template() {
    return "variantSection";
  }

  List<String> names() {
    return run.trials().stream()
        .map(trial -> trial.target())
        .distinct()
        .sorted(variants().order())
        .toList();
  }

  Variants variants() {
    return Variants.of(run);
  }
}
