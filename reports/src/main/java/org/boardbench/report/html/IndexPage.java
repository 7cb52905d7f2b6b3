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

  /** The folder's name, and the experiment's where that does not begin with it. */
  String title() {
    return isNamedAfterExperiment() ? run.name() : experiment() + ": " + run.name();
  }

  /** Below the description, which is the heading. */
  String runWords() {
    return "Run "
        + run.name()
        + (isNamedAfterExperiment() ? "" : " of the experiment " + experiment());
  }

  private boolean isNamedAfterExperiment() {
    return run.name().startsWith(experiment());
  }

  private String experiment() {
    return run.manifest().path("plan").path("name").asString("");
  }

  /** The first is at hand where the links are. */
  List<Section> linked() {
    return sections.stream().skip(1).toList();
  }

  /** What is compared, in the plan's words; empty where it has none. */
  String description() {
    return run.manifest().path("plan").path("description").asString("");
  }

  public String html() {
    return Templates.html("indexPage", this);
  }
}
