package org.boardbench.report.html;

import java.util.List;
import org.boardbench.report.stored.StoredRun;

/**
 * {@code index.html}: notes, the sections, and the run's manifest. It refers to the report's own
 * files only.
 *
 * @param sections in their order on the page
 */
public record IndexPage(StoredRun run, List<Section> sections) {
  public IndexPage {
    sections = List.copyOf(sections);
  }

  public String html() {
    return Templates.html("indexPage", this);
  }
}
