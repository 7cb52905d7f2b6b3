package org.boardbench.report.html;

import java.util.List;

/** A part of a run's page, with a title of its own. */
public interface Section {
  /** Links lead to it: lower case, without blanks, no two of a page alike. */
  String anchor();

  String title();

  /** The title in a word or two, so that the links to all sections fit in a line. */
  default String link() {
    return title();
  }

  /** Whether it has anything to say; else nothing of it is shown. */
  boolean isThere();

  /**
   * What writes all below the title: the name of a template, without extension, whose parameter is
   * the section.
   */
  String template();

  /** What of it belongs on the page's first screen: a sentence each, plain text. */
  default List<String> summary() {
    return List.of();
  }
}
