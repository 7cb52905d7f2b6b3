package org.boardbench.report.html;

import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.summary.Citation;

/** What to cite. */
public record CitationSection(StoredRun run) implements Section {
  @Override
  public String anchor() {
    return "cite";
  }

  @Override
  public String title() {
    return "To cite";
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public String template() {
    return "citationSection";
  }

  Citation citation() {
    return new Citation(run);
  }
}
