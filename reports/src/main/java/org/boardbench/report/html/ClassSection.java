package org.boardbench.report.html;

import org.boardbench.report.table.ClassTable;

/** The message classes of a run that has several, beside each other. */
public record ClassSection(ClassTable table) implements Section {
  @Override
  public String anchor() {
    return "classes";
  }

  @Override
  public String title() {
    return "Message classes";
  }

  @Override
  public String link() {
    return "Classes";
  }

  @Override
  public boolean isThere() {
    return !table.isOfOneClass();
  }

  @Override
  public String template() {
    return "classSection";
  }
}
